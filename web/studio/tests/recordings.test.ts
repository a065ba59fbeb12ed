import { describe, expect, it } from 'vitest'
import { captionsOf, isRecording, withCaptions } from '../src/api/recordings'

const file = (name: string, type = '') => new File(['x'], name, { type })

describe('recordings among the chosen files', () => {
  it('are told by their names, and text is none', () => {
    const names = ['a.mp4', 'B.MOV', 'talk.mp3', 'x.opus', 'y.mkv', 'z.m4a']
    expect(names.every((name) => isRecording(file(name)))).toBe(true)
    const others = [file('a.pdf'), file('a.vtt'), file('mp4'), file('code.ts', 'text/plain')]
    expect(others.some(isRecording)).toBe(false)
  })

  it('take the captions that are called like them, also with a language', () => {
    const [one, two] = [file('Week 1.mp4'), file('Week 2.mp4')]
    const [first, second] = [file('week 1.vtt'), file('Week 2.en.srt')]
    expect(withCaptions([one, first, second, two])).toEqual([one, two])
    expect(captionsOf(one)).toBe(first)
    expect(captionsOf(two)).toBe(second)
  })

  it('take the only captions there are, whatever they are called, also later', () => {
    const recording = file('lecture.mp4')
    const said = file('subtitles.srt')
    expect(withCaptions([recording])).toEqual([recording])
    expect(withCaptions([said], [recording])).toEqual([])
    expect(captionsOf(recording)).toBe(said)
  })

  it('leave captions alone that belong to none of them', () => {
    const other = file('other.vtt')
    expect(withCaptions([other])).toEqual([other])
    const [one, two] = [file('a.mp4'), file('b.mp4')]
    expect(withCaptions([one, two, other])).toEqual([one, two, other])
  })
})
