import { describe, expect, it } from 'vitest'
import { countWords, fileSize, recognise } from '../src/start/recognise'

describe('the one input', () => {
  it('recognises a video whatever form its link has', () => {
    for (const link of [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3',
      'youtu.be/dQw4w9WgXcQ',
      'https://m.youtube.com/shorts/dQw4w9WgXcQ',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    ]) {
      expect(recognise(link, [])).toEqual({ kind: 'youtube', id: 'dQw4w9WgXcQ' })
    }
  })
  it('takes a link to another site, or to no video, for a web address', () => {
    expect(recognise('https://example.org/a', []).kind).toBe('link')
    expect(recognise('https://www.youtube.com/about', []).kind).toBe('link')
  })
  it('takes words for text, even when they begin with a link', () => {
    expect(recognise('https://example.org says that', [])).toEqual({ kind: 'text', words: 4 })
    expect(recognise('   ', [])).toEqual({ kind: 'empty' })
  })
  it('takes the transcript below the link of a video for what is said in it', () => {
    const said = '0:00\na\n0:02\nb\n0:04\nc\n0:09\nd'
    const url = 'https://youtu.be/dQw4w9WgXcQ?t=9'
    expect(recognise(`${url}\n\n${said}`, [])).toEqual({
      kind: 'video',
      id: 'dQw4w9WgXcQ',
      url,
      captions: said,
      words: 12,
    })
    expect(recognise(`${url}\nA talk on the heart.`, []).kind).toBe('text')
    expect(recognise(`https://example.org/\n${said}`, []).kind).toBe('transcript')
  })
  it('takes a few words for a topic and a sentence for text', () => {
    expect(recognise('The French Revolution', [])).toEqual({
      kind: 'topic',
      topic: 'The French Revolution',
      words: 3,
    })
    expect(recognise('why is the sky blue?', []).kind).toBe('topic')
    expect(recognise('The enzyme binds the substrate.', []).kind).toBe('text')
  })
  it('knows a transcript by its times', () => {
    expect(recognise('WEBVTT\n\n00:01.000 --> 00:02.000\nHello', []).kind).toBe('transcript')
    expect(recognise('1\n00:00:01,000 --> 00:00:02,000\nHello', []).kind).toBe('transcript')
    expect(recognise('0:00\na\n0:02\nb\n0:04\nc\n0:09\nd', []).kind).toBe('transcript')
    expect(recognise('We meet at 9:00.\nThen we go on.', []).kind).toBe('text')
  })
  it('prefers files that were given', () => {
    const file = new File(['x'], 'a.pdf')
    expect(recognise('some text', [file])).toEqual({ kind: 'files', files: [file] })
  })
  it('counts words in any script and sizes in decimal units', () => {
    expect(countWords("Don't count – dashes, größer 3.5")).toBe(5)
    expect(fileSize(1_234_567, 'en')).toBe('1.23 MB')
    expect(fileSize(0, 'en')).toBe('0 bytes')
  })
})
