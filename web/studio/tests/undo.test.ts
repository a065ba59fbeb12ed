import { describe, expect, it } from 'vitest'
import type { Example } from '../src/api/examples'
import { reverse } from '../src/library/acts'
import { matching, tagsOf } from '../src/library/arrange'

const example = (tags: string[], more: Partial<Example> = {}): Example =>
  ({
    id: 'e',
    title: 'T',
    tags,
    archived: false,
    project_id: 'p',
    status: 'ready',
    ...more,
  }) as Example

describe('undoing a change of many', () => {
  it('takes back only the tag that was not there before', () => {
    expect(reverse(example(['Exam']), { add_tags: ['exam', 'New'] })).toEqual({
      remove_tags: ['New'],
    })
  })
  it('gives back only the tag that was there', () => {
    expect(reverse(example(['Exam']), { remove_tags: ['Exam', 'Other'] })).toEqual({
      add_tags: ['Exam'],
    })
  })
  it('moves and unarchives to where each was', () => {
    expect(reverse(example([], { archived: true }), { project_id: 'q', archived: false })).toEqual({
      project_id: 'p',
      archived: true,
    })
  })
})

describe('narrowing the library', () => {
  const all = { query: '', project: '', archived: false }
  it('shows one tag and one state', () => {
    const examples = [example(['A']), example(['B'], { status: 'failed' })]
    expect(matching(examples, { ...all, tag: 'A' })).toEqual([examples[0]])
    expect(matching(examples, { ...all, status: 'failed' })).toEqual([examples[1]])
  })
  it('counts tags, the most frequent first', () => {
    expect(tagsOf([example(['b', 'a']), example(['a'])])).toEqual([
      ['a', 2],
      ['b', 1],
    ])
  })
})
