import { describe, expect, it } from 'vitest'
import { translator } from '../src/i18n'
import { en } from '../src/i18n/en'
import { proving } from '../src/i18n/en/proving'
import { countOf, groups, sentenceOf, type Line } from '../src/proof/report'

const line = (code: string, kind: string, more: Partial<Line> = {}): Line => ({
  code,
  kind,
  fields: {},
  state: 'passed',
  finding_count: 0,
  seconds: 0,
  checked_at: '',
  pictures: [],
  ...more,
})
const names = { app: 'App', whole: 'Whole', tests: 'Tests' }

describe('the report of a check', () => {
  it('is read in groups: the app, each section, its tests, the app in use', () => {
    const found = groups(
      [
        line('start', 'start'),
        line('section.s1', 'section', { fields: { section: 'One' } }),
        line('activity.a1', 'activity', { fields: { section: 'One', activity: 'Terms' } }),
        line('section.s2', 'section', { fields: { section: 'Two' }, state: 'failed' }),
        line('test.1', 'test'),
        line('keyboard', 'keyboard'),
      ],
      names,
    )
    expect(found.map(({ title, section, lines }) => [title, section, lines.length])).toEqual([
      ['App', false, 1],
      ['One', true, 2],
      ['Two', true, 1],
      ['Tests', false, 1],
      ['Whole', false, 1],
    ])
    expect(countOf(found[2]?.lines ?? [], 'failed')).toBe(1)
  })
  it('says each line in words, and one that it does not know by its code', () => {
    const t = translator({ ...en, ...proving })
    const known = line('width', 'width', { fields: { pixels: 320 } })
    expect(sentenceOf(known, t)).toContain('320')
    expect(sentenceOf(line('later.1', 'later'), t)).toBe('Line later.1')
  })
})
