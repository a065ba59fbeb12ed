/** What is said with formulas: the payload's words stay what is asked and judged, this is what is shown. */
import { h, withMarkup } from './dom'

let formulas: Readonly<Record<string, string>> = {}

/** Take the formulas of the app's payload, by the words that stand for each text that holds some. */
export function knowFormulas(found: Readonly<Record<string, string>> = {}): void {
  formulas = found
}

export const hasFormula = (text: string): boolean => Object.hasOwn(formulas, text)

/** A text of an item or goal as it is shown. */
export function said(text: string): Node | string {
  if (!hasFormula(text)) return text
  return withMarkup(h('span', { class: 'said' }), formulas[text] ?? '')
}
