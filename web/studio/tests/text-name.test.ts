import { describe, expect, it } from 'vitest'
import { nameOfText } from '../src/start/text-name'

describe('the name of a pasted text', () => {
  it.each([
    ['Some lead.\n\n## **The** water cycle ##\nWater …', 'The water cycle'],
    ['\n- Enzymes speed up reactions.\nMore.', 'Enzymes speed up reactions'],
    ['WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nWhy is the sky blue?', 'Why is the sky blue'],
    ['0:00 Welcome to the lesson\n0:04 Today', 'Welcome to the lesson'],
    ['See [the page](https://example.org/a): a/b?', 'See the page a b'],
    ['\n \n', ''],
  ])('is %j', (text, name) => expect(nameOfText(text)).toBe(name))

  it('ends at a word where the first line is long', () => {
    const name = nameOfText('word '.repeat(40))
    expect(name).toMatch(/word …$/)
    expect(name.length).toBeLessThan(64)
  })
})
