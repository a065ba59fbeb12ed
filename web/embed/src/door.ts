/** The door of an embed that opens with a password or a signed link: what the person sees, and what is kept. */
import { words } from './words'

export interface Opened {
  ticket: string
  app: string
  title: string
  language: string
  theme: string
}
export interface Surroundings {
  /** Where the door is, and whether there is a password to be asked for. */
  address: string
  password: boolean
  /** The ticket of the address or of an earlier visit; "" for none. */
  ticket: string
  keep: (ticket: string) => void
  language: string
  page: Document
}
interface Refusal {
  code?: string
  details?: { seconds?: number }
}

/** Resolves once it is open; until then a field stands in the page, or a sentence where only a link opens it. */
export async function throughDoor(around: Surroundings): Promise<Opened> {
  const { password, ticket, keep } = around
  const text = words(around.language)
  let told: string = password ? '' : text.link
  if (ticket !== '') {
    const answer = await knock(around, { ticket })
    if ('app' in answer) return answer
    keep('')
    told = password ? '' : sentence(answer, text)
  }
  const door = doorIn(around.page, told)
  return password ? asked(around, door) : new Promise(() => undefined)
}

interface Door {
  place: HTMLElement
  line: HTMLElement
}

/** No form: a frame that may run scripts alone sends none, not even to itself. */
function doorIn(page: Document, told: string): Door {
  const place = page.createElement('main')
  const line = page.createElement('p')
  place.className = 'door'
  line.setAttribute('role', 'status')
  line.textContent = told
  place.append(line)
  page.body.prepend(place)
  return { place, line }
}

/** Asks for the password until it is the right one. */
function asked(around: Surroundings, { place, line }: Door): Promise<Opened> {
  const text = words(around.language)
  const label = around.page.createElement('label')
  const field = around.page.createElement('input')
  const button = around.page.createElement('button')
  field.type = 'password'
  field.autocomplete = 'current-password'
  button.textContent = text.open
  label.append(text.password, field)
  place.prepend(label, button)
  return new Promise((resolve) => {
    const tryIt = async () => {
      if (button.disabled || field.value === '') return
      button.disabled = true
      const answer = await knock(around, { password: field.value })
      button.disabled = false
      if ('app' in answer) {
        around.keep(answer.ticket)
        place.remove()
        return resolve(answer)
      }
      line.textContent = sentence(answer, text)
      field.select()
    }
    button.addEventListener('click', () => void tryIt())
    field.addEventListener('keydown', ({ key }) => {
      if (key === 'Enter') void tryIt()
    })
  })
}

async function knock(
  { address }: Surroundings,
  key: Record<string, string>,
): Promise<Opened | Refusal> {
  try {
    // Text, so that a page without an origin need not ask first whether it may.
    const answer = await fetch(address, { method: 'POST', body: JSON.stringify(key) })
    return (await answer.json()) as Opened | Refusal
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return { code: 'away' }
    throw error
  }
}

function sentence({ code, details }: Refusal, text: ReturnType<typeof words>): string {
  if (code === 'wrong_password') return text.wrong
  if (code === 'ticket_over') return text.over
  if (code === 'too_many_tries') {
    return text.tries.replace('%', String(Math.ceil((details?.seconds ?? 60) / 60)))
  }
  return code === 'away' ? text.away : text.gone
}
