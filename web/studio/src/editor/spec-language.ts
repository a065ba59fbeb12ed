/** The grammar of specs as the editor colours it: line by line, without a tree. */
import { StreamLanguage, type StreamParser } from '@codemirror/language'

type State = { head: boolean; begun: boolean }
type Rule = readonly [pattern: RegExp, name: string]

/** At the start of a line; the first rule that fits counts. */
const STARTS: readonly Rule[] = [
  [/^#{2,6}[ \t].*/, 'heading'],
  [/^Read:/, 'keyword'],
  [/^[ \t]*(?:[-*]|\d+\.)[ \t]+Q:/, 'keyword'],
  [/^[ \t]*A:/, 'keyword'],
  [/^[ \t]*(?:[-*]|\d+\.)(?=[ \t])/, 'meta'],
  [/^[ \t]*```.*/, 'meta'],
]
/** Anywhere in a line. */
const WITHIN: readonly Rule[] = [
  [/^\$`.*?`\$|^`[^`]+`/, 'number'],
  [/^\[\[.*?\]\]/, 'strong'],
  [/^\[[ x]\]/, 'bool'],
  [/^\*\*.+?\*\*/, 'strong'],
  [/^\{[^{}]*\}(?=[ \t]*$)/, 'link'],
]
const PLAIN = /^(?:\\.|[^\\`$[*{])+/

export const specParser: StreamParser<State> = {
  name: 'spec',
  startState: () => ({ head: false, begun: false }),
  token(stream, state) {
    if (stream.sol() && stream.match(/^---[ \t]*$/)) {
      state.head = !state.begun
      state.begun = true
      return 'meta'
    }
    if (state.head) {
      if (stream.sol() && stream.match(/^[a-z]+(?=:)/)) return 'attributeName'
      stream.skipToEnd()
      return 'string'
    }
    const rules = stream.sol() ? [...STARTS, ...WITHIN] : WITHIN
    for (const [pattern, name] of rules) if (stream.match(pattern)) return name
    if (!stream.match(PLAIN)) stream.next()
    return null
  },
}

export const specLanguage = () => StreamLanguage.define(specParser)
