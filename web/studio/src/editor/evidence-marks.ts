/** Evidence references in the spec editor: marked, told on hover, and opened by click or key. */
import type { Extension, Text } from '@codemirror/state'
import {
  Decoration,
  EditorView,
  hoverTooltip,
  keymap,
  MatchDecorator,
  ViewPlugin,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view'
import { referencesIn, type Placed, type Reference } from '../evidence/references'

export type Telling = { quote: string; place: string }
type Hands = {
  /** What a reference says and where; null if the source has no such place. */
  tell: (reference: Reference) => Promise<Telling | null>
  open: (reference: Reference) => void
  /** Called when the cursor comes to stand in a reference, or leaves it. */
  stand: (reference: Reference | null) => void
  words: { open: string; missing: string }
}

/** The key that opens the reference at the cursor. */
export const OPEN_KEY = 'Alt-Enter'

const marks = new MatchDecorator({
  regexp: /\b(b[1-9]\d{0,6}(?:\.[1-9]\d{0,6})?)\b/g,
  decorate: (add, from, to, _, view) => {
    const line = view.state.doc.lineAt(from)
    if (referencesIn(line.text).some((placed) => line.from + placed.from === from))
      add(from, to, Decoration.mark({ class: 'cm-evidence' }))
  },
})

const shown = ViewPlugin.fromClass(
  class {
    marks: DecorationSet
    constructor(view: EditorView) {
      this.marks = marks.createDeco(view)
    }
    update(update: ViewUpdate) {
      this.marks = marks.updateDeco(update, this.marks)
    }
  },
  { decorations: (plugin) => plugin.marks },
)

/** The reference at a place of the text, if there is one. */
export function referenceAt(doc: Text, position: number): (Placed & { start: number }) | null {
  const line = doc.lineAt(position)
  const column = position - line.from
  const found = referencesIn(line.text).find(({ from, to }) => from <= column && column <= to)
  return found ? { ...found, start: line.from } : null
}

export function evidenceMarks(hands: Hands): Extension {
  let stood = ''
  return [
    shown,
    hoverTooltip(async (view, position) => {
      const found = referenceAt(view.state.doc, position)
      if (!found) return null
      const told = await hands.tell(found.reference)
      const pos = found.start + found.from
      return {
        pos,
        end: found.start + found.to,
        above: true,
        create: () => ({ dom: tooltip(found, told, hands) }),
      }
    }),
    keymap.of([
      {
        key: OPEN_KEY,
        run: (view) => {
          const found = referenceAt(view.state.doc, view.state.selection.main.head)
          if (found) hands.open(found.reference)
          return found !== null
        },
      },
    ]),
    EditorView.updateListener.of((update) => {
      if (!update.selectionSet && !update.docChanged) return
      const found = referenceAt(update.state.doc, update.state.selection.main.head)
      if ((found?.text ?? '') === stood) return
      stood = found?.text ?? ''
      hands.stand(found?.reference ?? null)
    }),
  ]
}

function tooltip(found: Placed, told: Telling | null, hands: Hands): HTMLElement {
  const dom = document.createElement('div')
  dom.className = 'evidence-tip'
  const head = dom.appendChild(document.createElement('p'))
  head.className = 'small soft'
  head.textContent = [found.text, told?.place].filter(Boolean).join(' · ')
  const quote = dom.appendChild(document.createElement('p'))
  quote.textContent = told ? told.quote : hands.words.missing
  if (told) {
    const button = dom.appendChild(document.createElement('button'))
    button.type = 'button'
    button.className = 'button'
    button.textContent = hands.words.open
    button.addEventListener('click', () => hands.open(found.reference))
  }
  return dom
}
