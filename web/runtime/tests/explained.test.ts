// @vitest-environment happy-dom
/** After a wrong answer one learns what one has chosen, and what the source says. */
import { beforeEach, expect, test } from 'vitest'
import type { Choice } from '../src/players/choice'
import { activity, exercise, feedbackOf, find, goto, payload, press, start } from './demo_play'

const item = activity('choice').items[1] as Choice
const [wrong, other] = item.distractors as [string, string]
const text = 'the place where a river begins'

const choose = (option: string) => {
  find<HTMLInputElement>(`[data-option="${option}"]`, exercise(item.id)).click()
  press('check', exercise(item.id))
}

beforeEach(async () => {
  localStorage.clear()
  await start({ ...payload, meanings: { [wrong]: { text, label: 'page 4', block: 'b2' } } })
  goto('s1')
})

test('a wrong option is told by what it is, and the sentence of the source is quoted', () => {
  choose(wrong)
  expect(find('[data-meaning]', exercise(item.id)).textContent).toBe(`You chose${wrong}: ${text}`)
  expect(feedbackOf(item.id)).toContain('Source, page 5')
  expect(feedbackOf(item.id)).toContain('Its edge, the watershed, follows the highest ground')
})

test('an option without a meaning, and a right answer, get none', () => {
  choose(other)
  expect(exercise(item.id).querySelector('[data-meaning]')).toBeNull()
  press('retry', exercise(item.id))
  choose(item.answer)
  expect(feedbackOf(item.id)).not.toContain('Source')
})

test('what the answer says already is not quoted again', async () => {
  const content = structuredClone(payload)
  const [card] = content.sections[0]?.activities[0]?.items as { id: string; evidence: string[] }[]
  const quote = { text: 'Source: the place where a river begins', label: 'page 4', block: 'b2' }
  content.evidence['b2.9'] = quote
  if (card) card.evidence = ['b2.9']
  await start(content)
  goto('s1')
  press('reveal', exercise(card?.id ?? ''))
  press('again', exercise(card?.id ?? ''))
  expect(exercise(card?.id ?? '').querySelector('.why')).toBeNull()
})

test('an explanation is told after every answer, and a figure stands with the question', async () => {
  const content = structuredClone(payload)
  const noted = content.sections[0]?.activities
    .flatMap(({ items }) => items)
    .find(({ id }) => id === item.id)
  const picture = { name: 'p1', width: 40, height: 30, alt: 'A river', credit: '' }
  Object.assign(noted ?? {}, { explanation: 'Water runs downhill.', picture })
  await start({ ...content, pictures: { p1: 'data:image/webp;base64,' } })
  goto('s1')
  expect(find('figure img', exercise(item.id)).getAttribute('alt')).toBe('A river')
  expect(exercise(item.id).querySelector('[data-explanation]')).toBeNull()
  choose(other)
  expect(find('[data-explanation]', exercise(item.id)).textContent).toBe('Water runs downhill.')
  press('retry', exercise(item.id))
  choose(item.answer)
  expect(find('[data-explanation]', exercise(item.id)).textContent).toBe('Water runs downhill.')
})

test('where the source only asks the question itself it is not quoted', async () => {
  const content = structuredClone(payload)
  content.evidence['asked'] = { text: `${item.question} a. ${item.answer}`, label: 'p. 9', block: 'b2' } // prettier-ignore
  const choices = content.sections[0]?.activities.find((one) => one.kind === 'choice')?.items ?? []
  for (const one of choices) one.evidence = ['asked']
  await start(content)
  goto('s1')
  choose(other)
  expect(feedbackOf(item.id)).not.toContain('p. 9')
})
