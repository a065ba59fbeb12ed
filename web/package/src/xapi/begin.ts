/** Begins a visit by cmi5 or xAPI: the token, what the platform wants, what was kept, and the first statement. */
import { openShelf, type Shelf } from '../../../embed/src/shelf'
import { launchIn, PLAIN, wantedBy, type Launch } from './launch'
import { ASK, Lrs, tokenOf } from './lrs'
import { Outbox } from './outbox'
import { Statements } from './statements'
import { Visit } from './visit'

const ENDED = 'ended'

/** The visit; `untold` where the platform is not told of this one; null outside a platform. */
export async function beginVisit(
  page: Window,
  exercises: Readonly<Record<string, string>>,
): Promise<Visit | 'untold' | null> {
  const launch = launchIn(page.location.href)
  if (!launch) return null
  // The token of a visit is given once: a page that is loaded again goes on with it.
  const tab = openShelf(() => page.sessionStorage, `praxeo-visit:${launch.fetch || launch.auth}:`)
  const known = tab.load('token')
  if (known === ENDED) return 'untold'
  const token = known ?? (await tokenOf(launch, ASK))
  if (token === null) return 'untold'
  tab.store('token', token)
  const visit = await visitOf(page, launch, new Lrs(launch, token, ASK), exercises, known === null)
  // Nothing may be stated after the end, also where the browser takes the page out of its cache again.
  page.addEventListener('pagehide', () => tab.store('token', ENDED))
  return visit
}

async function visitOf(
  page: Window,
  launch: Launch,
  lrs: Lrs,
  exercises: Readonly<Record<string, string>>,
  fresh: boolean,
): Promise<Visit> {
  const wanted = launch.fetch ? await wantedBy(lrs) : PLAIN
  const statements = new Statements({
    launch,
    wanted,
    now: () => new Date(),
    uuid: () => page.crypto.randomUUID(),
  })
  const later = (work: () => void, ms: number) => void page.setTimeout(work, ms)
  const safe = safeOf(page, launch)
  const drawer = {
    load: () => safe.load('statements'),
    store: (text: string) => void safe.store('statements', text),
  }
  const outbox = new Outbox(drawer, (one) => lrs.tell(one), later)
  page.addEventListener('online', () => void outbox.send())
  if (fresh) outbox.put(statements.initialized())
  else void outbox.send()
  const keep = (text: string, leaving: boolean) => lrs.keep(text, leaving)
  const last = lrs.tellLast.bind(lrs)
  const { mode, masteryScore } = wanted
  const judged = masteryScore !== null
  return new Visit(
    { statements, outbox, keep, last, later, safe, mode, judged, exercises },
    await lrs.state(),
  )
}

/** What waits for the platform, apart for each learner of this browser. */
function safeOf(page: Window, { activity, registration, actor }: Launch): Shelf {
  const whose = registration || JSON.stringify(actor)
  return openShelf(() => page.localStorage, `praxeo-waiting:${activity}:${whose}:`)
}
