/** The quotes behind an item, one click away. */
import type { App } from './app'
import type { Quote } from './payload'
import { h, icon } from './dom'

export interface EvidenceControls {
  button: HTMLElement | null
  note: HTMLElement | null
  panel: HTMLElement | null
}

let panels = 0

/** Whether every answer leads to a place of the source that says it. */
export function leadsBack(app: App): boolean {
  const items = app.payload.sections.flatMap((section) =>
    section.activities.flatMap((activity) => activity.items as { evidence: string[] }[]),
  )
  return items.every(
    ({ evidence }) =>
      !evidence.includes('unsupported') && evidence.some((ref) => app.payload.evidence[ref]),
  )
}

/** A button that opens and closes the quotes of the references, and their panel. */
export function evidenceFor(app: App, references: readonly string[]): EvidenceControls {
  const unique = [...new Set(references)]
  const quoted = unique.filter((reference) => app.payload.evidence[reference])
  const note = unsupportedNote(app, unique)
  if (quoted.length === 0) {
    const own = unique.includes('own') && !note
    return { button: own ? h('span', { class: 'own' }, app.say.own) : null, note, panel: null }
  }
  panels += 1
  const id = `evidence-${panels}`
  const restated = unique.includes('restated')
  const panel = h('div', { class: 'evidence', id, hidden: true })
  const button = h(
    'button',
    {
      type: 'button',
      class: restated ? 'quiet restated' : 'quiet',
      title: restated ? app.say.restated : '',
      'data-action': 'evidence',
      'aria-expanded': 'false',
      'aria-controls': id,
      onclick: () => {
        if (panel.childElementCount === 0)
          panel.append(...verdict(app, unique), ...quoted.map((ref) => quote(app, ref)))
        panel.hidden = !panel.hidden
        button.setAttribute('aria-expanded', String(!panel.hidden))
      },
    },
    restated ? h('span', { class: 'about', 'aria-hidden': 'true' }, '≈') : icon('quote'),
    ...buttonText(app, quoted),
  )
  return { button, note, panel }
}

/** Whether the words are the source's own, found out where the app was made. */
function verdict(app: App, references: readonly string[]): HTMLElement[] {
  const restated = references.includes('restated')
  if (!restated && !references.includes('quoted')) return []
  const said = restated ? app.say.restated : app.say.quoted
  return [h('p', { class: 'verdict', 'data-verdict': restated ? 'restated' : 'quoted' }, said)]
}

/** What is said of claims for which nothing was found in the source. */
function unsupportedNote(app: App, references: readonly string[]): HTMLElement | null {
  if (!references.includes('unsupported')) return null
  return h('span', { class: 'unsupported', 'data-unsupported': true }, app.say.unsupported)
}

/** The places themselves as far as they fit; what they are is said by the icon, or read out. */
function buttonText(app: App, references: readonly string[]): Node[] {
  const labels = [
    ...new Set(references.map((reference) => app.payload.evidence[reference]?.label ?? '')),
  ].filter(Boolean)
  if (labels.length === 0) return [h('span', {}, app.say.source)]
  if (labels.length > 2) return [h('span', {}, app.say.sourcesOf(labels.length))]
  const word = labels.length === 1 ? app.say.source : app.say.sources
  return [
    h('span', { class: 'hidden' }, `${word}: `),
    h('span', { class: 'places' }, labels.join(', ')),
  ]
}

/** Which source and where in it; a label among several sources begins with the source's title. */
function placeName(app: App, found: Quote | undefined): string {
  const { source } = app.payload
  const title = found?.origin?.title || source?.title || source?.name || ''
  const label = found?.label ?? ''
  return label.startsWith(title) ? label : [title, label].filter(Boolean).join(', ')
}

/** Where the place can be visited: an app opens no other page, so the page around it shows the way, or it is copied. */
function visited(app: App, found: Quote | undefined): HTMLElement | null {
  const { date, film, title = '' } = found?.origin ?? {}
  const show = app.showSource
  const plays = film !== undefined && app.playsFilms
  const address = plays ? film : found?.origin?.address
  if (!found || !address) return null
  const told = { address, title, place: found.label, date: date ?? '', quote: found.text }
  if (show)
    return h(
      'button',
      { type: 'button', class: 'link', 'data-action': 'source', onclick: () => show(told) },
      plays ? app.say.playSource : app.say.openSource,
    )
  return h(
    'span',
    { class: 'visit' },
    h('span', { class: 'address', dir: 'ltr' }, address),
    date ? ` · ${date}` : '',
  )
}

function quote(app: App, reference: string): HTMLElement {
  const found = app.payload.evidence[reference]
  const section = app.payload.sections.find((candidate) =>
    candidate.reading.some((block) => block.id === found?.block),
  )
  return h(
    'figure',
    { class: 'quote', 'data-evidence': reference },
    h('blockquote', {}, h('p', {}, found?.text ?? '')),
    h(
      'figcaption',
      {},
      h('span', {}, placeName(app, found)),
      section &&
        h(
          'button',
          { type: 'button', class: 'link', onclick: () => app.go(section.id, found?.block) },
          app.say.showInText,
        ),
      visited(app, found),
    ),
  )
}
