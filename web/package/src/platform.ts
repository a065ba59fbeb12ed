/** What a learning platform offers the pages that it shows: SCORM 1.2 or SCORM 2004, by the same few words. */

/** A platform's own object, under the name and with the words of its version. */
export type Api = Record<string, (...given: string[]) => unknown>

/** How an exercise is answered, and what the standard calls it. A card says only whether it was known. */
type Interactions = Readonly<Record<string, string>>
const INTERACTIONS = { choice: 'choice', cloze: 'fill-in', pairs: 'matching', order: 'sequencing' }

export interface Words {
  /** How the object is called, and what its functions begin with. */
  name: string
  prefix: string
  end: string
  mode: string
  state: string
  status: string
  place: string
  time: string
  exit: string
  score: string
  /** Most characters of the state. */
  stateChars: number
  wrong: string
  interactions: Interactions
  clock: (now: Date) => string
  span: (ms: number) => string
  moment: string
}

const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
const seconds = (ms: number) => ms / 1000

export const SCORM_12: Words = {
  name: 'API',
  prefix: 'LMS',
  end: 'Finish',
  mode: 'cmi.core.lesson_mode',
  state: 'cmi.suspend_data',
  status: 'cmi.core.lesson_status',
  place: 'cmi.core.lesson_location',
  time: 'cmi.core.session_time',
  exit: 'cmi.core.exit',
  score: 'cmi.core.score',
  stateChars: 4_096,
  wrong: 'wrong',
  interactions: { ...INTERACTIONS, card: 'performance' },
  clock: (now) => now.toTimeString().slice(0, 8),
  span: (ms) =>
    `${two(seconds(ms) / 3600).padStart(4, '0')}:${two((seconds(ms) / 60) % 60)}:${two(seconds(ms) % 60)}.00`,
  moment: 'time',
}

export const SCORM_2004: Words = {
  name: 'API_1484_11',
  prefix: '',
  end: 'Terminate',
  mode: 'cmi.mode',
  state: 'cmi.suspend_data',
  status: 'cmi.completion_status',
  place: 'cmi.location',
  time: 'cmi.session_time',
  exit: 'cmi.exit',
  score: 'cmi.score',
  stateChars: 64_000,
  wrong: 'incorrect',
  interactions: { ...INTERACTIONS, card: 'other' },
  clock: (now) => now.toISOString().replace(/\.\d+/, ''),
  span: (ms) => `PT${Math.floor(seconds(ms))}S`,
  moment: 'timestamp',
}

const FARTHEST = 500 // windows, as the standard's own search has it

/** The platform's object: in one of the windows around, or in those around the one that opened this. */
export function findApi(page: Window, { name }: Words): Api | null {
  return inParents(page, name) ?? (page.opener ? inParents(page.opener as Window, name) : null)
}

function inParents(page: Window, name: string): Api | null {
  let looked = page
  for (let far = 0; far < FARTHEST; far += 1) {
    const found = apiIn(looked, name)
    if (found) return found
    if (looked.parent === looked) return null
    looked = looked.parent
  }
  return null
}

function apiIn(page: Window, name: string): Api | null {
  try {
    return ((page as unknown as Record<string, unknown>)[name] as Api | undefined) ?? null
  } catch (error) {
    if (error instanceof DOMException) return null // a page of another origin
    throw error
  }
}
