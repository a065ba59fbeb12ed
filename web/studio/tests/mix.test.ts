import { expect, test, vi } from 'vitest'
import { ApiError } from '../src/api/client'
import { lacksCaptions, Mix, SOURCES_MAX } from '../src/mixing/mix'
import type { Given } from '../src/api/inputs'

const file = (name: string) => new File(['words'], name)
const link = (url: string) => ({ kind: 'link', url }) as const
const given = (input_id: string): Given => ({ input_type: 'document_input', input_id })
const names = (mix: Mix) =>
  mix.now().all.map(({ what }) => (what.kind === 'file' ? what.file.name : what.text))

function filled(): Mix {
  const mix = new Mix()
  mix.addFiles([file('a.pdf')])
  mix.addNamed(link('https://example.org/'), 'https://example.org/')
  mix.addFiles([file('b.pdf')])
  return mix
}

test('sources are moved by one place, and not beyond the ends', () => {
  const mix = filled()
  const [first, , last] = mix.now().all.map(({ key }) => key)
  mix.move(last ?? '', -1)
  expect(names(mix)).toEqual(['a.pdf', 'b.pdf', 'https://example.org/'])
  mix.move(first ?? '', -1)
  expect(names(mix)).toEqual(['a.pdf', 'b.pdf', 'https://example.org/'])
  mix.move(first ?? '', 1)
  expect(names(mix)).toEqual(['b.pdf', 'a.pdf', 'https://example.org/'])
})

test('captions go to the video that lacks them, and other files are sources of their own', () => {
  const mix = new Mix()
  mix.addNamed({ kind: 'youtube', id: 'dQw4w9WgXcQ' }, 'https://youtu.be/dQw4w9WgXcQ')
  expect(mix.now().all.some(lacksCaptions)).toBe(true)
  mix.addFiles([file('a.pdf'), file('talk.vtt'), file('other.srt')])
  expect(mix.now().all.some(lacksCaptions)).toBe(false)
  expect(mix.now().all[0]?.captions?.name).toBe('talk.vtt')
  expect(names(mix).slice(1)).toEqual(['a.pdf', 'other.srt'])
})

test('what was sent is not sent again after another one was refused and removed', async () => {
  const mix = filled()
  const send = vi.fn(({ what }: { what: { kind: string } }) =>
    what.kind === 'link'
      ? Promise.reject(new ApiError(422, { detail: 'No such page.' }))
      : Promise.resolve(given(`doc_${send.mock.calls.length}`)),
  )
  expect(await mix.send(send)).toBeNull()
  expect(mix.now().all.map(({ state }) => state)).toEqual(['sent', 'refused', 'sent'])
  mix.remove(mix.now().all[1]?.key ?? '')
  expect(await mix.send(send)).toEqual([given('doc_1'), given('doc_3')])
  expect(send).toHaveBeenCalledTimes(3)
})

test('no more sources are taken than one app may have', () => {
  const mix = new Mix()
  mix.addFiles(Array.from({ length: SOURCES_MAX + 5 }, (_, number) => file(`${number}.pdf`)))
  expect(mix.now().all).toHaveLength(SOURCES_MAX)
})
