import { describe, expect, it } from 'vitest'
import { choiceOf, EVERYTHING, searchOf, type Choice } from '../src/library/choice'

describe('what the library shows, in its address', () => {
  const narrowed: Choice = {
    query: 'Wasser & Luft?',
    order: 'title',
    project: 'prj_1',
    archived: true,
    status: 'failed',
    tag: 'week 3',
  }
  it('comes back as it was', () => {
    expect(choiceOf(searchOf(narrowed))).toEqual(narrowed)
    expect(choiceOf(searchOf({ ...EVERYTHING, query: '+' })).query).toBe('+')
  })
  it('is nothing where everything is shown', () => {
    expect(searchOf(EVERYTHING)).toBe('')
    expect(choiceOf('')).toEqual(EVERYTHING)
  })
  it('is everything where the address says what nobody offers', () => {
    expect(choiceOf('order=random&status=great&archived=1&page=7')).toEqual(EVERYTHING)
  })
})
