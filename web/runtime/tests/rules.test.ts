/** The runtime's rules: what counts as right, what comes back when, what is kept. */
import { describe, expect, test } from 'vitest'
import { contrast, parseHex, safeTheme } from '../../bridge/theme'
import { isNearMiss, isRight } from '../src/judge'
import { allExercises } from '../src/exercises'
import {
  glossaryOf,
  type Activity,
  type Payload,
  type ReadingBlock,
  type Section,
} from '../src/payload'
import { judgeOrder } from '../src/players/order'
import { judgeRows } from '../src/players/row'
import { afterAnswer, isDue } from '../src/schedule'
import { disordered, shuffled } from '../src/shuffle'
import { localShelf } from '../src/storage'
import { stringsFor, whenText } from '../src/strings'
import { countWords, readingMinutes, secondsFor } from '../src/times'
import { applyTheme, schemeOf, variablesFor } from '../src/theme'
import { demo } from '../fixtures/demo.mjs'

const payload = demo as unknown as Payload
const DAY = 86_400_000
const NOW = Date.UTC(2026, 0, 5, 12)

describe('a typed answer', () => {
  test.each(['Enzyme', ' enzyme ', 'ENZYME.', '“enzyme”', 'enzyme!'])('%s is right', (given) => {
    expect(isRight(given, 'enzyme', [])).toBe(true)
  })
  test.each([
    ['die Rechnung', 'Rechnung'],
    ['l’énergie', 'énergie'],
    ['Gefaesse', 'Gefäße'],
    ['STRASSE', 'Straße'],
    ['der Kellner', 'der Kellner'],
  ])('%s is right for %s, with an article or umlauts spelt out', (given, answer) => {
    expect(isRight(given, answer, [])).toBe(true)
  })
  test.each([
    ['die Kellner', 'der Kellner'],
    ['Kellner', 'der Kellner'],
    ['Gefasse', 'Gefäße'],
    ['a b', 'b'],
    ['die', 'Rechnung'],
  ])('%s is wrong for %s', (given, answer) => {
    expect(isRight(given, answer, [])).toBe(false)
  })
  test('may be any accepted spelling', () => {
    expect(isRight('colour', 'color', ['colour'])).toBe(true)
  })
  test('may use other dashes, quotes and spaces', () => {
    expect(isRight('well–known  user’s', "well-known user's", [])).toBe(true)
  })
  test.each(['', ' ', 'enzymes', 'enzym', 'cofactor', '.'])('"%s" is wrong', (given) => {
    expect(isRight(given, 'enzyme', [])).toBe(false)
  })
  test('that is a sign keeps its signs', () => {
    expect(isRight('+', '-', [])).toBe(false)
    expect(isRight('C++', 'C++', [])).toBe(true)
    expect(isRight('-5', '5', [])).toBe(false)
  })
  test.each([
    ['0,5', '0.5'],
    ['0.5', '0,5'],
    ['1000', '1,000'],
    ['1 000', '1,000'],
    ['1’000', '1000'],
    ['100000', '100,000'],
    ['1.000.000', '1,000,000'],
    ['1.234,5', '1,234.5'],
    ['10^23', '10²³'],
    ['10^(23)', '10²³'],
    ['10**23', '10²³'],
    ['10^-19', '10⁻¹⁹'],
    ['x^n', 'xⁿ'],
    ['H2O', 'H₂O'],
    ['x_1', 'x₁'],
    ['don´t', "don't"],
    ['E=mc^2', 'E = mc²'],
    ['6.02*10^23', '6.02 × 10²³'],
    ['6.02 x 10^23', '6.02 × 10²³'],
    ['b^2 - 4ac', 'b²−4ac'],
    ['2H2 + O2 -> 2H2O', '2H₂ + O₂ ⟶ 2H₂O'],
    ['A <=> B', 'A ⇌ B'],
    ['1/2 mv^2', '½ mv²'],
    ['sqrt(x)', '√(x)'],
    ['x <= 1', 'x ≤ 1'],
  ])('%s is right for %s', (given, answer) => {
    expect(isRight(given, answer, [])).toBe(true)
  })
  test.each([
    ['1023', '10²³'],
    ['x2', 'x²'],
    ['10-19', '10⁻¹⁹'],
    ['1', '1,000'],
    ['1000', '1.0'],
    ['05', '0.5'],
    ['1.5', '15'],
    ['E = mc2', 'E = mc²'],
    ['well known', 'well-known'],
    ['a b', 'ab'],
  ])('%s is wrong for %s', (given, answer) => {
    expect(isRight(given, answer, [])).toBe(false)
  })
  test('that is another word of the app is no slip of the pen', () => {
    expect(isNearMiss('stoma', 'stroma')).toBe(true)
    expect(isNearMiss('stoma', 'stroma', ['Stoma', 'stroma'])).toBe(false)
  })
  test('one letter off is told to be close, but not in short words', () => {
    expect(isNearMiss('enzime', 'enzyme')).toBe(true)
    expect(isNearMiss('enzyme s', 'enzyme')).toBe(false)
    expect(isNearMiss('cat', 'bat')).toBe(false)
  })
})

describe('rows and orders', () => {
  const row = (key: string, answer: string) => ({ key, answer, given: key, label: '' })
  test('rows with the same left side may exchange their answers', () => {
    const rows = [row('water builds', 'bar'), row('water builds', 'delta'), row('x', 'y')]
    expect(judgeRows(rows, ['delta', 'bar', 'y'])).toEqual([true, true, true])
    expect(judgeRows(rows, ['bar', 'bar', 'y'])).toEqual([true, false, true])
  })
  test('events of the same date may change places', () => {
    const event = (text: string, when: string) => ({ text, when, rank: when })
    const right = [event('a', '1900'), event('b', '1900'), event('c', '1950')]
    const [a, b, c] = right as [(typeof right)[0], (typeof right)[0], (typeof right)[0]]
    expect(judgeOrder(right, [b, a, c])).toEqual([true, true, true])
    expect(judgeOrder(right, [c, a, b])).toEqual([false, true, false])
  })
})

describe('a shuffle', () => {
  test('is the same at every visit and keeps every value', () => {
    const values = ['a', 'b', 'c', 'd', 'e']
    expect(shuffled(values, 'seed')).toEqual(shuffled(values, 'seed'))
    expect([...shuffled(values, 'seed')].sort()).toEqual(values)
  })
  test('never shows the right order', () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const order = disordered([1, 2, 3], String(seed), (now) => now.join() === '1,2,3')
      expect(order.join()).not.toBe('1,2,3')
    }
  })
  test('of values that are all alike comes to an end', () => {
    expect(disordered([1, 1, 1], 's', () => true)).toEqual([1, 1, 1])
  })
})

describe('the schedule', () => {
  test('brings a remembered item back in days and a missed one sooner', () => {
    const good = afterAnswer(null, true, NOW)
    const missed = afterAnswer(null, false, NOW)
    expect(good.due).toBeGreaterThan(missed.due)
    expect(missed.due * 1000 - NOW).toBeGreaterThanOrEqual(DAY * 0.9)
    expect(isDue(good, NOW)).toBe(false)
    expect(isDue(good, good.due * 1000)).toBe(true)
  })
  test('spaces an item further with every success and less after a lapse', () => {
    let memory = afterAnswer(null, true, NOW)
    let interval = memory.due - memory.last
    for (let round = 0; round < 5; round += 1) {
      memory = afterAnswer(memory, true, memory.due * 1000)
      expect(memory.due - memory.last).toBeGreaterThan(interval)
      interval = memory.due - memory.last
    }
    const lapsed = afterAnswer(memory, false, memory.due * 1000)
    expect(lapsed.due - lapsed.last).toBeLessThan(interval)
    expect(lapsed.lapses).toBe(1)
  })
})

test('storage that throws is no storage', () => {
  const blocked = () => {
    throw new DOMException('no', 'SecurityError')
  }
  expect(localShelf(blocked, 'p')).toBeNull()
})

describe('a theme', () => {
  test('sets allow-listed variables with well formed values only', () => {
    const given = {
      '--praxeo-accent': '#c00',
      '--praxeo-surface': 'url(//x)',
      '--praxeo-font': 'Inter, "Segoe UI", sans-serif',
      '--praxeo-radius': '400px',
      '--praxeo-space': '1.2',
      '--praxeo-direction': 'up',
      '--text': '#000',
    }
    expect(safeTheme({ variables: given, scheme: 'neon' })).toEqual({
      variables: {
        '--praxeo-accent': '#c00',
        '--praxeo-font': 'Inter, "Segoe UI", sans-serif',
        '--praxeo-space': '1.2',
      },
    })
    expect(safeTheme('x')).toEqual({ variables: {} })
  })
  test('turns the app round and back to the direction of its language', () => {
    const style = { removeProperty: () => '', setProperty: () => undefined }
    const root = { dataset: {}, dir: '', style } as unknown as HTMLElement
    applyTheme(root, { variables: { '--praxeo-direction': 'rtl' } }, 'light', 'ltr')
    expect(root.dir).toBe('rtl')
    applyTheme(root, {}, 'light', 'ltr')
    expect(root.dir).toBe('ltr')
  })
  test.each(['light', 'dark'] as const)('stays readable in %s whatever its colours', (scheme) => {
    const colours = ['#000', '#fff', '#ff0', '#00f', '#777777', '#0b5d6b', '#fde047']
    for (const accent of colours) {
      for (const surface of colours) {
        const theme = { variables: { '--praxeo-accent': accent, '--praxeo-surface': surface } }
        const set = variablesFor(theme, scheme)
        const on = parseHex(set['--praxeo-surface'] ?? (scheme === 'dark' ? '#14181c' : '#ffffff'))
        expect(contrast(parseHex(set['--praxeo-accent'] ?? ''), on)).toBeGreaterThanOrEqual(4.5)
        const button = contrast(
          parseHex(set['--praxeo-accent'] ?? ''),
          parseHex(set['--praxeo-on-accent'] ?? ''),
        )
        expect(button).toBeGreaterThanOrEqual(4.5)
      }
    }
  })
  test('gives way to what the learner chose', () => {
    expect(schemeOf('light', { scheme: 'dark' }, true)).toBe('light')
    expect(schemeOf('', { scheme: 'dark' }, false)).toBe('dark')
    expect(schemeOf('', { variables: { '--praxeo-surface': '#101010' } }, false)).toBe('dark')
    expect(schemeOf('', {}, true)).toBe('dark')
  })
})

describe('the words', () => {
  test('are those of the language, and English for languages without a table', () => {
    const check = ['de-AT', 'fr', 'es-MX', 'ar', 'nl'].map((tag) => stringsFor(tag).check)
    expect(check).toEqual(['Prüfen', 'Vérifier', 'Comprobar', 'تحقّق', 'Check'])
    expect(stringsFor('').check).toBe('Check')
  })
  test('fill every place of the English ones, with every number and name', () => {
    const en = stringsFor('en')
    for (const tag of ['de', 'fr', 'es', 'ar']) {
      for (const [name, words] of Object.entries(stringsFor(tag))) {
        const english = en[name as keyof typeof en]
        expect(typeof words, `${tag} ${name}`).toBe(typeof english)
        if (typeof words !== 'function') continue
        const filled = (words as (...given: number[]) => string)(17, 23, 29)
        const wanted = (english as (...given: number[]) => string)(17, 23, 29)
        expect(filled.match(/\d+/g), `${tag} ${name}`).toEqual(wanted.match(/\d+/g))
      }
    }
  })
  test('say when something comes back', () => {
    expect(whenText(NOW + DAY, NOW, 'en')).toBe('tomorrow')
    expect(whenText(NOW + 3 * DAY, NOW, 'de')).toBe('in 3 Tagen')
    expect(whenText(NOW + 90 * DAY, NOW, 'en')).toBe('in 3 months')
  })
})

describe('the content', () => {
  test('gives one exercise for each item and one for each whole kind', () => {
    const kinds = [...allExercises(payload).values()].map((exercise) => exercise.kind)
    expect(kinds.filter((kind) => kind === 'terms')).toHaveLength(3)
    expect(kinds.filter((kind) => kind === 'matching')).toHaveLength(1)
    expect(new Set(kinds).size).toBe(10)
  })
  test('lists its terms by the alphabet', () => {
    const terms = glossaryOf(payload).map((term) => term.term)
    expect(terms).toEqual(['catchment', 'source', 'watershed'])
  })
  test('takes as long as its language is read and its kinds are practised', () => {
    const block = (words: number) => ({ html: 'word '.repeat(words) }) as ReadingBlock
    expect(readingMinutes([block(2280)], 'en-GB')).toBe(10)
    expect(readingMinutes([block(1790)], 'de')).toBe(10)
    expect(readingMinutes([block(1)], 'en')).toBe(1)
    expect(countWords('<p>河流是由水形成的</p>')).toBe(5)
    const section = payload.sections[1] as Section
    const [recall] = section.activities.filter(({ kind }) => kind === 'recall')
    expect(secondsFor({ ...(recall as Activity), section }, 'en')).toBeGreaterThan(30)
  })
})
