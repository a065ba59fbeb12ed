/** The grammar of specs as the editor offers it: every heading and kind with an example item.
 *
 * docs/reference/spec-grammar.md is the grammar itself; a test holds these examples to it.
 */

import { KINDS } from './kinds'

export { KINDS }

/** `items` hold as many as the kind needs; `{}` is where the evidence goes. */
export type Kind = { readonly heading: string; readonly items: string }

/** The example items of a kind with this evidence in their braces. */
export const itemsOf = (kind: Kind, evidence: string): string =>
  kind.items.replaceAll('{}', `{${evidence}}`)

/** The first item of a kind: what is typed for one more. */
export const firstItem = (kind: Kind): string =>
  kind.items.split(/\n(?=- |\d)/)[0]?.replaceAll('{}', '{own}') ?? ''

const HEAD = /^###[ \t]+([^:]+):/

/** The kind of activity that stands at or above a line (lines from 0), null outside of any. */
export function kindAbove(line: (number: number) => string, from: number): Kind | null {
  for (let number = from; number >= 0; number -= 1) {
    const text = line(number)
    if (!text.startsWith('##')) continue
    const name = HEAD.exec(text)?.[1]?.trim().toLowerCase()
    return KINDS.find(({ heading }) => heading.toLowerCase() === name) ?? null
  }
  return null
}
