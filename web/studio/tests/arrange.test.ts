import { describe, expect, it } from 'vitest'
import type { Example } from '../src/api/examples'
import { arrange, type Wanted } from '../src/library/arrange'

const example = (id: string, title: string, more: Partial<Example> = {}): Example =>
  ({ id, title, tags: [], archived: false, project_id: 'p', created_at: id, ...more }) as Example

const all: Wanted = { query: '', order: 'newest', project: '', archived: false, language: 'en' }
const ids = (examples: Example[]) => examples.map((entry) => entry.id)

describe('the library', () => {
  const examples = [
    example('1', 'Chapter 10'),
    example('2', 'chapter 9', { tags: ['Größen'] }),
    example('3', 'Élan', { project_id: 'q' }),
    example('4', 'Old', { archived: true }),
  ]
  it('shows the newest first and leaves archived ones out', () => {
    expect(ids(arrange(examples, all))).toEqual(['3', '2', '1'])
    expect(ids(arrange(examples, { ...all, archived: true }))).toEqual(['4'])
  })
  it('sorts titles as people do: numbers by value, case and accents aside', () => {
    expect(ids(arrange(examples, { ...all, order: 'title' }))).toEqual(['2', '1', '3'])
  })
  it('finds every word in title or tags, without accents and case', () => {
    expect(ids(arrange(examples, { ...all, query: 'grossen chapter'.replace('ss', 'ß') }))).toEqual(
      ['2'],
    )
    expect(ids(arrange(examples, { ...all, query: 'ELAN' }))).toEqual(['3'])
    expect(arrange(examples, { ...all, query: 'élan chapter' })).toEqual([])
  })
  it('keeps to one project', () => {
    expect(ids(arrange(examples, { ...all, project: 'q' }))).toEqual(['3'])
  })
})
