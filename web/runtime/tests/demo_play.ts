/** The demo, to be played through the hooks of docs/reference/app-contract.md, without a browser's layout. */
import { demo } from '../fixtures/demo.mjs'
import type { Activity, Payload } from '../src/payload'
import type { Layout } from '../src/progress'
import { Runtime } from '../src/runtime'

export const payload = demo as unknown as Payload
export const page = document.documentElement
export const find = <E extends HTMLElement>(selector: string, within: ParentNode = document): E => {
  const found = within.querySelector<E>(selector)
  if (!found) throw new Error(`Nothing matches ${selector}`)
  return found
}
export const exercise = (id: string) => find(`[data-exercise="${id}"]`)
export const press = (action: string, within: ParentNode) =>
  find(`[data-action="${action}"]`, within).click()
export const stateOf = (id: string) => exercise(id).dataset['state']
export const feedbackOf = (id: string) => find('[data-feedback]', exercise(id)).textContent ?? ''
export const activity = (kind: string): Activity =>
  payload.sections.flatMap((s) => s.activities).find((a) => a.kind === kind) as Activity

const listening: [string, EventListener][] = []
const listen = window.addEventListener.bind(window)
window.addEventListener = ((type: string, listener: EventListener) => {
  listening.push([type, listener])
  listen(type, listener)
}) as typeof window.addEventListener

/** Opens the app as a newly loaded page would; each section stands on one page, unless `layout` says otherwise. */
export async function start(
  content: Payload = payload,
  hash = '',
  layout: Layout = 'all',
): Promise<void> {
  for (const [type, listener] of listening.splice(0)) window.removeEventListener(type, listener)
  location.hash = hash
  const root = document.createElement('div')
  document.body.replaceChildren(root)
  await new Runtime(JSON.stringify(content), root).start()
  const shown =
    find('[data-action="all"]').getAttribute('aria-pressed') === 'true' ? 'all' : 'steps'
  if (shown !== layout) find('[data-action="all"]').click()
}

export function goto(place: string): void {
  find('[data-goto="home"]').click()
  find(`[data-goto="${place}"]`).click()
}

export function choosePairs(id: string, pairs: [string, string][]): void {
  for (const [left, right] of pairs) {
    const rows = exercise(id).querySelectorAll<HTMLElement>('[data-left]')
    const row = [...rows].find((element) => element.dataset['left'] === left)
    const options = row?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? []
    if (row instanceof HTMLSelectElement) row.value = right
    else [...options].find(({ value }) => value === right)?.click()
    row?.dispatchEvent(new Event('change', { bubbles: true }))
  }
  press('check', exercise(id))
}

export function putInOrder(id: string, texts: string[]): void {
  const steps = () => [...exercise(id).querySelectorAll<HTMLElement>('li[data-step]')]
  texts.forEach((text, place) => {
    for (let turn = 0; turn < texts.length; turn += 1) {
      const at = steps().findIndex((step) => step.dataset['step'] === text)
      if (at === place) break
      press('up', steps()[at] as HTMLElement)
    }
  })
}
