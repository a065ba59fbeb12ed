/** The page of a package: puts the app into a frame that reaches nothing of the platform, and speaks for it. */
import { openShelf, type Shelf } from '../../embed/src/shelf'
import { Wrapper } from '../../embed/src/wrapper'
import { findApi, SCORM_12, SCORM_2004, type Words } from './platform'
import { contentOf, type H5P } from './h5p'
import { Session } from './session'
import { tellUntold } from './untold'
import { beginVisit } from './xapi/begin'

interface Packed {
  /** The app, with its policy before anything of its own. */
  app: string
  title: string
  standard: string
  /** Its exercises in the order of the app, and how each is answered; none where none is known. */
  exercises: Record<string, string>
}
declare global {
  interface Window {
    praxeoPackage?: Packed
    H5P?: H5P
    Praxeo?: object
  }
}
/** A visit that a platform is told of. */
interface Told extends Shelf {
  hear(name: string, data: Record<string, unknown>): void
  end(): void
}

const STANDARDS = new Map<string, Words>([
  ['scorm12', SCORM_12],
  ['scorm2004', SCORM_2004],
])

// In a package for platforms it is the page's own script, in one for H5P the library that a player loads.
const packed = window.praxeoPackage
if (packed) void begin(packed).then((told) => open(packed, told))
else if (window.H5P) window.Praxeo = { App: contentOf(window as { H5P: H5P }) }

async function begin({ standard, exercises }: Packed): Promise<Told | null> {
  if (standard === 'cmi5') {
    const visit = await beginVisit(window, exercises)
    if (visit === 'untold') tellUntold(document)
    return visit === 'untold' ? null : visit
  }
  const words = STANDARDS.get(standard)
  const api = words ? findApi(window, words) : null
  return words && api ? new Session(api, words, exercises) : null
}

function open(packed: Packed, session: Told | null): void {
  const frame = document.createElement('iframe')
  frame.title = packed.title
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.srcdoc = packed.app
  const wrapper = new Wrapper({
    embed: packed.title,
    frame,
    host: null,
    secret: '',
    // Opened outside a platform it is a page like any other, and keeps what it can.
    shelf: session ?? openShelf(() => window.localStorage, `praxeo-package:${packed.title}:`),
    nonce: () => [...crypto.getRandomValues(new Uint32Array(4))].join('-'),
    theme: null,
    time: { now: () => performance.now(), later: (work, ms) => setTimeout(work, ms) },
    bar: 0,
    hear: (name, data) => session?.hear(name, data),
  })
  addEventListener('message', (event) => wrapper.receive(event))
  addEventListener('pagehide', () => session?.end())
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload() // the platform was told that the visit is over
  })
  document.body.append(frame)
}
