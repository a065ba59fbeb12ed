import { describe, expect, it } from 'vitest'
import { localeOf, translator } from '../src/i18n'
import { de } from '../src/i18n/de'
import { en } from '../src/i18n/en'
import { author } from '../src/i18n/en/author'
import { change } from '../src/i18n/en/change'
import { claims } from '../src/i18n/en/claims'
import { mixing } from '../src/i18n/en/mixing'
import { playing } from '../src/i18n/en/playing'
import { proving } from '../src/i18n/en/proving'
import { visits } from '../src/i18n/en/visits'
import { publish } from '../src/i18n/en/publish'
import { specFirst } from '../src/i18n/en/spec-first'
import { settings } from '../src/i18n/en/settings'
import { topics } from '../src/i18n/en/topics'

describe('a sentence', () => {
  it('of one thing is said of one thing', () => {
    const [t, tDe] = [translator(en), translator(de)]
    expect([1, 2].map((count) => t('source.pages', { count }))).toEqual(['1 page', '2 pages'])
    expect(t('source.pages', { count: '1' })).toBe('1 page')
    expect([1, 2].map((count) => tDe('source.words', { count }))).toEqual(['1 Wort', '2 Wörter'])
  })
  it('has the same forms in both languages', () => {
    const forms = (table: object) =>
      Object.keys(table)
        .filter((key) => key.endsWith('.one'))
        .sort()
    const all = {
      ...en,
      ...author,
      ...publish,
      ...change,
      ...claims,
      ...mixing,
      ...playing,
      ...proving,
      ...topics,
      ...settings,
      ...visits,
      ...specFirst,
    }
    expect(forms(de)).toEqual(forms(all))
    expect(Object.keys(de).sort()).toEqual(Object.keys(all).sort())
  })
})

describe('dates and figures', () => {
  it('are written as in the reader’s own region, where the browser names one', () => {
    expect(localeOf('en', ['de-CH', 'en-GB', 'en-US'])).toBe('en-GB')
    expect(localeOf('de', ['de-CH'])).toBe('de-CH')
    expect(localeOf('de', ['fr', 'en'])).toBe('de')
  })
})
