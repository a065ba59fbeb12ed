/** Completion in a spec: headings and kinds, items of the kind at hand, and the source's own places. */
import {
  autocompletion,
  completionKeymap,
  snippetCompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSource,
} from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import type { Block } from '../api/inputs'
import { firstItem, itemsOf, KINDS, kindAbove } from './grammar'

export type Source = {
  blocks: () => readonly Block[]
  parts: (block: string) => Promise<string[]>
  place: (block: Block) => string
}

const SHOWN_CHARACTERS = 90
const BLOCKS_OFFERED = 60

const HEADINGS: readonly Completion[] = [
  snippetCompletion('## Section: ${title}', { label: '## Section:', type: 'keyword' }),
  snippetCompletion('## Goals\n- ${goal}', { label: '## Goals', type: 'keyword' }),
  ...KINDS.map((kind) =>
    snippetCompletion(`### ${kind.heading}: \${title}\n${escaped(itemsOf(kind, 'own'))}`, {
      label: `### ${kind.heading}:`,
      detail: firstItem(kind).split('\n')[0] ?? '',
      type: 'keyword',
    }),
  ),
]

/** What completes at the cursor, each on its own. */
export const completions = (source: Source): CompletionSource[] => [
  headings,
  items,
  (context) => evidence(context, source),
]

export function specCompletion(source: Source): Extension {
  return [
    autocompletion({
      override: completions(source),
      icons: false,
      activateOnTypingDelay: 120,
    }),
    keymap.of(completionKeymap),
  ]
}

/** A snippet's text, in which `{`, `}`, `#` and `$` have no meaning of their own. */
function escaped(text: string): string {
  return text.replace(/[{}]/g, (brace) => `\\${brace}`)
}

function headings(context: CompletionContext): CompletionResult | null {
  const found = context.matchBefore(/^#{1,3}[ \w]*/)
  return found ? { from: found.from, options: HEADINGS as Completion[] } : null
}

function items(context: CompletionContext): CompletionResult | null {
  const found = context.matchBefore(/^(?:-|\d{1,3}\.) ?/)
  if (!found || (!context.explicit && found.text.length < 2)) return null
  const { doc } = context.state
  const kind = kindAbove((line) => doc.line(line + 1).text, doc.lineAt(context.pos).number - 2)
  if (!kind) return null
  const text = firstItem(kind)
  const option = snippetCompletion(escaped(text), {
    label: text.split('\n')[0] ?? '',
    type: 'text',
  })
  return { from: found.from, options: [option], filter: false }
}

async function evidence(
  context: CompletionContext,
  source: Source,
): Promise<CompletionResult | null> {
  const word = context.matchBefore(/(?:\{(?:[^{}]*\s)?|^Read:.*[\s,–-])[^\s{},]*/)
  if (!word) return null
  const typed = /[^\s{},–-]*$/.exec(word.text)?.[0] ?? ''
  const from = context.pos - typed.length
  const [id = '', part] = typed.split('.')
  if (part !== undefined && !word.text.startsWith('Read:')) return partsOf(id, from, source)
  const wanted = typed.toLowerCase()
  const near = source
    .blocks()
    .filter((block) => block.id.startsWith(wanted) || block.text.toLowerCase().includes(wanted))
    .slice(0, BLOCKS_OFFERED)
  const options = near.map((block): Completion => ({
    label: block.id,
    displayLabel: `${block.id}  ${shortened(block.text)}`,
    detail: source.place(block),
    info: block.text.length > SHOWN_CHARACTERS ? block.text : undefined,
  }))
  return { from, options, filter: false }
}

async function partsOf(
  block: string,
  from: number,
  source: Source,
): Promise<CompletionResult | null> {
  const parts = await source.parts(block).catch(() => [])
  if (parts.length === 0) return null
  return {
    from,
    options: parts.map((text, index) => ({
      label: `${block}.${index + 1}`,
      displayLabel: `${block}.${index + 1}  ${shortened(text)}`,
    })),
    validFor: /^b\d+\.\d*$/,
  }
}

const shortened = (text: string): string =>
  text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text
