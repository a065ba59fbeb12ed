/** The grammar of specs as the editor offers it: every heading and kind with an example item.
 *
 * docs/reference/spec-grammar.md is the grammar itself; a test holds these examples to it.
 */

export type Kind = { heading: string; items: string }

/** `items` hold as many as the kind needs; `{}` is where the evidence goes. */
export const KINDS: readonly Kind[] = [
  { heading: 'Terms', items: '- **term**: what it means {}' },
  { heading: 'Flashcards', items: '- Q: Question?\n  A: Answer. {}' },
  { heading: 'Cloze', items: '- A sentence with a [[gap]] in it. {}' },
  {
    heading: 'Choice',
    items:
      '- Q: Question? {}\n  - [x] the right answer\n  - [ ] a wrong one\n  - [ ] another wrong one',
  },
  {
    heading: 'Matching',
    items: '- one = its partner {}\n- two = its other {}\n- three = its third {}',
  },
  { heading: 'Ordering', items: '1. First step. {}\n2. Second step. {}\n3. Third step. {}' },
  {
    heading: 'Timeline',
    items: '- 1835 | What happened. {}\n- 1877 | What came next. {}\n- 1926 | What came last. {}',
  },
  {
    heading: 'Cause and effect',
    items:
      '- a cause -> its effect {}\n- another -> its other effect {}\n- a third -> its third effect {}',
  },
  {
    heading: 'Concept map',
    items: '- this -(does)-> that {}\n- that -(needs)-> more {}\n- more -(gives)-> this {}',
  },
  { heading: 'Recall', items: '- Q: Say in your own words what …\n  A: What should be said. {}' },
]

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
