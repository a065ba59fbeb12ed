/** What is said after a wrong answer beside the right one: what the chosen option is, and the source's own words. */
import type { App } from '../app'
import { h, present } from '../dom'
import { levelled } from '../judge'
import { glossaryOf, plainText, type Exercise, type Item, type Quote } from '../payload'
import { said } from '../said'
import { sidesOf } from './asked'

const LONGEST_QUOTE_CHARS = 420

/** What whoever wrote the exercise says of its answer, right or wrong. */
export function explanations({ items }: Exercise): HTMLElement[] {
  const texts = items.flatMap(({ explanation }) => explanation ?? [])
  return texts.map((text) =>
    h('div', { class: 'why', 'data-explanation': true }, h('p', {}, said(text))),
  )
}

/** `given` is what the learner chose or typed; `told` is what stands in the feedback already. */
export function explained(
  app: App,
  exercise: Exercise,
  given: string,
  told: string,
): HTMLElement[] {
  const { kind } = exercise
  const meaning = app.payload.meanings?.[given] ?? taught(app, given)
  return present([
    meaning && about(app, given, meaning, kind === 'terms'),
    sourceSays(app, exercise, `${told} ${meaning?.text ?? ''}`),
  ]) as HTMLElement[]
}

/** What the app itself says of a term that was chosen or typed in place of another. */
function taught(app: App, given: string): Pick<Quote, 'text'> | undefined {
  const asked = levelled(given)
  const found = asked && glossaryOf(app.payload).find(({ term }) => levelled(term) === asked)
  return found ? { text: found.definition } : undefined
}

function about(app: App, given: string, meaning: Pick<Quote, 'text'>, typed: boolean): HTMLElement {
  return h(
    'div',
    { class: 'why', 'data-meaning': given },
    h('span', { class: 'label', lang: app.spoken }, typed ? app.say.yourAnswer : app.say.youChose),
    h('p', {}, h('strong', {}, said(given)), ': ', meaning.text),
  )
}

/** The sentence that bears the answer, unless the feedback says it anyway; an exercise of many has none. */
function sourceSays(app: App, { items }: Exercise, told: string): HTMLElement | null {
  const [item, ...more] = items
  const found = item && app.payload.evidence[item.evidence[0] ?? '']
  if (!found || more.length > 0 || found.text.length > LONGEST_QUOTE_CHARS) return null
  if (squeezed(told).includes(squeezed(found.text)) || isLabelled(found.text, told)) return null
  if (asksIt(found.text, item)) return null
  const place = found.label && `, ${found.label}`
  return h(
    'div',
    { class: 'why' },
    h('span', { class: 'label' }, `${app.say.source}${place}`),
    h('blockquote', {}, h('p', {}, found.text)),
  )
}

/** Where the source itself asks the question there, its place says nothing that the learner does not see. */
function asksIt(text: string, item: Item): boolean {
  const { question = sidesOf(item).front } = item as Item & { question?: string }
  return question !== '' && squeezed(text).includes(squeezed(question))
}

/** "Virus: a tiny particle" says nothing more than the term and its answer. */
function isLabelled(text: string, told: string): boolean {
  const [, meaning = ''] = text.split(/\s*[:–—|]\s+/)
  return meaning !== '' && squeezed(told).includes(squeezed(meaning))
}

const squeezed = (text: string) =>
  plainText(text)
    .toLowerCase()
    .replace(/[\s.]+/g, ' ')
    .trim()
