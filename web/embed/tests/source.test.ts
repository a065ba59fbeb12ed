/** What an app tells of a source: passed on only if somebody shows it, and taken only if it leads to a site. */
import { afterEach, expect, test } from 'vitest'
import { SOURCE_CHARS } from '../../bridge/protocol'
import { read } from '../src/source'
import { closeAll, connect, page, settled } from './host_page'

afterEach(closeAll)
const TOLD = {
  address: 'https://lake.example/enzymes',
  title: 'Enzymes',
  place: 'Heat',
  date: '2025',
  quote: 'Heat changes it.',
}

test('a source goes to what shows it, each thing no longer than it may be, and not to the host', async () => {
  const shown: Record<string, unknown>[] = []
  const { app, toHost } = page({ show: (told) => void shown.push(told) })
  const { bridge, sources } = await connect(app).connected
  bridge.source({ ...TOLD, quote: 'x'.repeat(9_000) })
  await settled(bridge)
  expect(sources).toBe(true)
  expect(shown[0]).toMatchObject({ ...TOLD, quote: 'x'.repeat(SOURCE_CHARS.quote) })
  expect(toHost).toEqual([])
})

test('where nothing shows sources the app is told so', async () => {
  const { sources } = await connect(page().app).connected
  expect(sources).toBe(false)
})

test.each([
  { ...TOLD, address: 'javascript:alert(1)' },
  { ...TOLD, address: 'data:text/html,x' },
  { ...TOLD, address: '//lake.example/' },
  { ...TOLD, address: 'https://me:secret@lake.example/' },
  { ...TOLD, address: '' },
  { ...TOLD, title: 7 },
  { ...TOLD, quote: 'x'.repeat(SOURCE_CHARS.quote + 1) },
  { address: TOLD.address },
])('what is no source is not shown: %j', (told) => {
  expect(read(told)).toBeNull()
})

test('an address is shown as the browser reads it', () => {
  expect(read({ ...TOLD, address: 'HTTPS://Lake.Example/a b' })?.address).toBe(
    'https://lake.example/a%20b',
  )
})
