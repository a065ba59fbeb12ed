import { describe, expect, it } from 'vitest'
import type { Claim, ClaimLedger } from '../src/api/claims'
import { isOpen } from '../src/claims/use-ledger'
import type { Item, Part } from '../src/api/desk'
import { supportOf } from '../src/desk/support'
import { held } from '../src/desk/use-claims'
import { claimOf } from '../src/source/made-items'

const item = (key: string, more: Partial<Item> = {}) =>
  ({ key, title: 'Words', fields: {}, support: 'source', ...more }) as Item
const PART = {
  title: 'Rain',
  items: [
    item('a'),
    item('b'),
    item('c', { support: 'own' }),
    item('d', { title: 'Years', fields: { rows: [] } }),
    item('e', { title: 'Pairs', fields: { rows: [] } }),
  ],
} as unknown as Part
const NAMES = new Map(['a', 'b', 'c', 'd', 'e'].map((key) => [key, `saved-${key}`]))
const ledger = (...claims: [item: string, activity: string, verdict: string][]) =>
  ({
    claims: claims.map(([key, activity, verdict]) => ({
      item: key,
      section: 'Rain',
      activity,
      verdict: verdict === 'unproven' ? 'restated' : verdict,
      proven: verdict !== 'unproven' && verdict !== 'not_found',
    })),
  }) as unknown as ClaimLedger
const supports = (part: Part) => part.items.map(({ support }) => support)

describe('the items of a part, held against the source', () => {
  it('says of those whose sentence does not say it that it was not found', () => {
    const found = ledger(
      ['saved-a', 'Words', 'not_found'],
      ['saved-b', 'Words', 'quoted'],
      ['saved-c', 'Words', 'not_found'],
    )
    expect(supports(held(PART, found, NAMES))).toEqual([
      'unsupported',
      'source',
      'own', // somebody answers for it
      'source',
      'source',
    ])
  })

  it('says it of an exercise of rows if one of them was not found', () => {
    const found = ledger(['row 1', 'Years', 'quoted'], ['row 2', 'Years', 'not_found'])
    expect(supports(held(PART, found, NAMES))).toEqual([
      'source',
      'source',
      'own',
      'unsupported',
      'source',
    ])
  })

  it('leaves the part as it is while nothing is known', () => {
    expect(held(PART, undefined, NAMES)).toBe(PART)
    const found = held(PART, ledger(['saved-a', 'Words', 'quoted']), NAMES)
    expect(supports(found)).toEqual(supports(PART))
  })

  it('tells words of the source from other words, and these from those that nothing vouches for', () => {
    const found = ledger(
      ['saved-a', 'Words', 'quoted'],
      ['saved-b', 'Words', 'restated'],
      ['row 1', 'Years', 'quoted'],
      ['row 2', 'Years', 'unproven'],
    )
    const told = held(PART, found, NAMES).items.map((each) => supportOf(each)[0])
    expect(told).toEqual(['quoted', 'restated', 'own', 'compare', 'source'])
  })

  it('counts what its editor has checked among what is vouched for, until it is asked about again', () => {
    const found = ledger(['saved-a', 'Words', 'not_found'], ['saved-b', 'Words', 'unproven'])
    const check = (confirmed_by: string) =>
      held(
        PART,
        { claims: found.claims.map((each) => ({ ...each, confirmed_by })) } as ClaimLedger,
        NAMES,
      )
    const told = (part: Part) => part.items.slice(0, 2).map((each) => supportOf(each)[0])
    expect(told(check('local'))).toEqual(['checked', 'checked'])
    expect(told(check(''))).toEqual(['unsupported', 'compare'])
  })
})

describe('how a claim stands to its source', () => {
  const claim = (more: Partial<Claim>) => ({ verdict: 'restated', proven: false, ...more }) as Claim

  it('is open where neither a rule nor a person vouches for it', () => {
    expect(isOpen(claim({}))).toBe(true)
    expect(isOpen(claim({ verdict: 'not_found' }))).toBe(true)
    expect(isOpen(claim({ proven: true }))).toBe(false)
    expect(isOpen(claim({ confirmed_by: 'local' }))).toBe(false)
    expect(isOpen(claim({ verdict: 'own' }))).toBe(false)
  })

  it('is told of the line of the spec that makes it', () => {
    const claims = [claim({ text: 'Rain What falls?' }), claim({ text: 'The sky: it is *blue*.' })]
    expect(claimOf({ line: 3, text: 'The sky: it is blue' }, claims)).toBe(claims[1])
    expect(claimOf({ line: 4, text: 'A goal' }, claims)).toBeUndefined()
  })
})
