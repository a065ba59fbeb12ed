/** All key terms in alphabetical order, with a search that filters while one types. */
import type { App } from '../app'
import { h } from '../dom'
import { evidenceFor } from '../evidence'
import { glossaryOf, type Term } from '../payload'
import { said } from '../said'
import { title } from './pieces'

export function glossaryView(app: App): HTMLElement {
  const { say } = app
  const entries = glossaryOf(app.payload).map((term) => ({ term, element: entry(app, term) }))
  const count = h('p', { class: 'count', role: 'status' }, say.termsFound(entries.length))
  const search = h('input', { type: 'search', id: 'glossary-search', autocomplete: 'off' })
  search.addEventListener('input', () => {
    const wanted = folded(search.value)
    const shown = entries.filter(({ term, element }) => {
      element.hidden = !folded(`${term.term} ${term.definition}`).includes(wanted)
      return !element.hidden
    })
    count.textContent = say.termsFound(shown.length)
  })
  return h(
    'div',
    { class: 'view glossary' },
    title(say.glossary),
    h(
      'div',
      { class: 'search' },
      h('label', { for: 'glossary-search' }, say.searchTerms),
      search,
      count,
    ),
    h('dl', {}, ...entries.map(({ element }) => element)),
  )
}

function entry(app: App, { term, definition, evidence }: Term): HTMLElement {
  const { button, note, panel } = evidenceFor(app, evidence)
  return h(
    'div',
    {},
    h('dt', {}, said(term)),
    h('dd', {}, h('p', {}, said(definition)), note, button, panel),
  )
}

/** Lower case without accents, for a forgiving search. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
