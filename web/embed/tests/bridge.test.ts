/** The two ends of the bridge, joined by real MessageChannels. */
import { afterEach, expect, test } from 'vitest'
import { MAX_KEYS, MAX_VALUE_CHARS } from '../../bridge/protocol'
import { connectBridge } from '../../runtime/src/bridge'
import { openShelf } from '../src/shelf'
import { closeAll, open, type Listener, connect, fakeStorage, page, settled } from './host_page'

afterEach(closeAll)

test('what an app stores comes back when it loads', async () => {
  const { bridge } = await connect(page().app).connected
  expect(await bridge.load('progress')).toBeNull()
  expect(await bridge.store('progress', 'half')).toEqual({ ok: true, durable: true })
  expect(await bridge.load('progress')).toBe('half')
})

test('a hello from any other window than the frame is not answered', () => {
  const { receive, welcomes } = page()
  receive({ praxeo: 1, type: 'hello' }, { postMessage: () => undefined })
  receive({ praxeo: 1, type: 'hello' }, null)
  expect(welcomes).toEqual([])
})

test('an app does not take a welcome from anyone but its parent', () => {
  const listeners: Listener[] = []
  const parent = { postMessage: () => undefined }
  let connected = false
  connectBridge(
    { parent, addEventListener: (_type, listener) => void listeners.push(listener) },
    { connected: () => (connected = true), themed: () => undefined },
  )
  const { port1, port2 } = new MessageChannel()
  open.push(port1, port2)
  const data = { praxeo: 1, type: 'welcome', nonce: 'n', theme: {} }
  listeners[0]?.({ data, source: {}, ports: [port2] } as unknown as MessageEvent)
  expect(connected).toBe(false)
  listeners[0]?.({ data, source: parent, ports: [port2] } as unknown as MessageEvent)
  expect(connected).toBe(true)
})

test('messages without the nonce, of another version or of an unknown type are ignored', async () => {
  const { app, toHost } = page()
  const { bridge } = await connect(app).connected
  const port = open[0] as MessagePort
  port.postMessage({ v: 1, nonce: 'guess', type: 'resize', height: 10 })
  port.postMessage({ v: 2, nonce: 'nonce-1', type: 'resize', height: 11 })
  port.postMessage({ v: 1, nonce: 'nonce-1', type: 'open_door' })
  port.postMessage('text')
  port.postMessage(null)
  bridge.resize(120)
  await settled(bridge)
  expect(toHost).toEqual([{ praxeo: 1, embed: 'e1', type: 'resize', height: 120 }])
})

test('a value over the limit is refused and the one before it stays', async () => {
  const { bridge } = await connect(page().app).connected
  await bridge.store('progress', 'before')
  const large = 'x'.repeat(MAX_VALUE_CHARS + 1)
  expect(await bridge.store('progress', large)).toEqual({ ok: false, durable: false })
  expect(await bridge.load('progress')).toBe('before')
})

test('an app cannot take more keys than its share, but can go on writing to those it has', async () => {
  const { bridge } = await connect(page().app).connected
  for (let at = 0; at < MAX_KEYS; at += 1) {
    expect((await bridge.store(`key-${at}`, 'v')).ok).toBe(true)
  }
  expect((await bridge.store('one-more', 'v')).ok).toBe(false)
  expect((await bridge.store('key-0', 'w')).ok).toBe(true)
})

test('with storage blocked an app keeps its values until the page closes and is told so', async () => {
  const blocked = openShelf(() => {
    throw new DOMException('blocked', 'SecurityError')
  }, 'p:')
  const { bridge } = await connect(page({ shelf: blocked }).app).connected
  expect(await bridge.store('progress', 'v')).toEqual({ ok: true, durable: false })
  expect(await bridge.load('progress')).toBe('v')
})

test('with the quota used up the newest value is still the one that is loaded', () => {
  const shelf = openShelf(() => fakeStorage(3), 'p:')
  expect(shelf.store('progress', 'old')).toEqual({ ok: true, durable: true })
  expect(shelf.store('progress', 'newer')).toEqual({ ok: true, durable: false })
  expect(shelf.load('progress')).toBe('newer')
})

test('two embeds on one origin do not see each other', () => {
  const storage = fakeStorage()
  const one = openShelf(() => storage, 'praxeo:e1:')
  const two = openShelf(() => storage, 'praxeo:e2:')
  one.store('progress', 'mine')
  expect(two.load('progress')).toBeNull()
})

test('the first theme comes with the welcome and the host can change it later', async () => {
  const { app, host, receive } = page({
    theme: { scheme: 'dark', variables: { '--praxeo-accent': '#ff0000' } },
  })
  const { connected, themes } = connect(app)
  const { bridge, theme } = await connected
  expect(theme).toEqual({ scheme: 'dark', variables: { '--praxeo-accent': '#ff0000' } })
  const next = {
    variables: { '--praxeo-accent': '#00f', '--other': 'x', '--praxeo-radius': 'url(x)' },
  }
  receive({ praxeo: 1, type: 'theme', theme: next }, host)
  receive({ praxeo: 1, type: 'theme', theme: { scheme: 'dark' } }, { not: 'the host' })
  await settled(bridge)
  expect(themes).toEqual([{ variables: { '--praxeo-accent': '#00f' } }])
})

test('events reach the host page unless they are unknown or too large', async () => {
  const { app, toHost } = page()
  const { bridge } = await connect(app).connected
  bridge.event('answered', { exercise: 'i1', verdict: 'right' })
  bridge.event('hacked' as 'answered', {})
  bridge.event('answered', { text: 'x'.repeat(5000) })
  await settled(bridge)
  const data = { exercise: 'i1', verdict: 'right' }
  expect(toHost).toEqual([{ praxeo: 1, embed: 'e1', type: 'event', name: 'answered', data }])
})

test('the host is told that another view is shown', async () => {
  const { app, toHost } = page()
  const { bridge } = await connect(app).connected
  bridge.view()
  await settled(bridge)
  expect(toHost).toEqual([{ praxeo: 1, embed: 'e1', type: 'view' }])
})

test('a height that is no height is not passed on, nor the same one twice', async () => {
  const { app, toHost } = page()
  const { bridge } = await connect(app).connected
  for (const height of [0, -5, Number.NaN, Infinity, 640.4, 640]) bridge.resize(height)
  await settled(bridge)
  expect(toHost.map((message) => message['height'])).toEqual([640])
})

test('after the frame has loaded again only the new port is listened to', async () => {
  const { app, toHost } = page()
  const { bridge: old } = await connect(app).connected
  await settled(old)
  const { bridge } = await connect(app).connected
  old.resize(100)
  bridge.resize(200)
  await settled(bridge)
  expect(toHost.map((message) => message['height'])).toEqual([200])
})

test('heights stay within bounds, come four in a second, and the last one is not lost', async () => {
  const { app, toHost, time } = page({ bar: 36 })
  const { bridge } = await connect(app).connected
  const heights = () => toHost.splice(0).map((message) => (message['height'] as number) - 36)
  bridge.resize(1)
  bridge.resize(1e6)
  for (let height = 100; height < 500; height += 1) bridge.resize(height)
  await settled(bridge)
  expect(heights()).toEqual([50, 20_000, 100, 101])
  time.pass(1500)
  expect(heights()).toEqual([499])
})

test('a WordPress page is told the height with its own secret, and no other page is', async () => {
  const { app, toHost } = page({ secret: 'aB3' })
  const { bridge } = await connect(app).connected
  bridge.resize(480)
  await settled(bridge)
  expect(toHost).toContainEqual({ message: 'height', value: 480, secret: 'aB3' })
  const other = page()
  const { bridge: plain } = await connect(other.app).connected
  plain.resize(480)
  await settled(plain)
  expect(other.toHost).toEqual([{ praxeo: 1, embed: 'e1', type: 'resize', height: 480 }])
})

test('a height that swings between two values is held after it has come back twice', async () => {
  const { app, toHost, time } = page()
  const { bridge } = await connect(app).connected
  for (let at = 0; at < 100; at += 1) {
    bridge.resize(at % 2 ? 900 : 600)
    await settled(bridge)
    time.pass(300)
  }
  expect(toHost.map((message) => message['height'])).toEqual([600, 900, 600, 900])
  bridge.resize(700) // another height is none of the two
  await settled(bridge)
  expect(toHost.at(-1)?.['height']).toBe(700)
})

test('what a person opens and closes again is followed each time', async () => {
  const { app, toHost, time } = page()
  const { bridge } = await connect(app).connected
  for (let at = 0; at < 10; at += 1) {
    bridge.resize(at % 2 ? 900 : 600)
    await settled(bridge)
    time.pass(2500)
  }
  expect(toHost).toHaveLength(10)
})

test('at most twenty messages of any kind reach the host in two seconds', async () => {
  const { app, toHost, time } = page()
  const { bridge } = await connect(app).connected
  for (let at = 0; at < 300; at += 1) {
    bridge.event('answered', { at })
    bridge.view()
    bridge.resize(100 + at)
  }
  await settled(bridge)
  expect(toHost).toHaveLength(20)
  expect(toHost.filter((message) => message['type'] === 'resize')).toHaveLength(4)
  time.pass(1990)
  expect(toHost).toHaveLength(20)
  time.pass(10)
  bridge.event('completed', {})
  await settled(bridge)
  expect(toHost.at(-1)).toMatchObject({ type: 'event', name: 'completed' })
})

test('only plain JSON reaches the host, whatever a structured clone can carry', async () => {
  const { app, toHost } = page()
  const { bridge } = await connect(app).connected
  const loop: Record<string, unknown> = {}
  loop['self'] = loop
  const sparse: unknown[] = []
  sparse.length = 4e9
  const deep = JSON.parse(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`) as Record<string, unknown>
  const smuggled = [
    { buffer: new ArrayBuffer(1e6) },
    { bytes: new Uint8Array(1e6) },
    { set: new Set(['x'.repeat(1e5)]) },
    { map: new Map([[1, 'x']]) },
    { blob: new Blob(['x']) },
    { date: new Date(0) },
    { big: 1n },
    { error: new Error('x') },
    { pattern: /x/ },
    { infinite: Infinity },
    { list: Array.from({ length: 600 }, () => 0) },
    { text: 'é'.repeat(2048) },
    { sparse },
    loop,
    deep,
  ]
  for (const data of smuggled) bridge.event('answered', data)
  bridge.event('answered', {
    exercise: 'i1',
    nothing: undefined,
    list: [1, null, true, { a: 'b' }],
  })
  await settled(bridge)
  expect(toHost.map((message) => message['data'])).toEqual([
    { exercise: 'i1', list: [1, null, true, { a: 'b' }] },
  ])
})

test('a flood of hellos makes no flood of ports', () => {
  const { receive, welcomes, time } = page()
  for (let at = 0; at < 1000; at += 1) receive({ praxeo: 1, type: 'hello' })
  expect(welcomes).toHaveLength(4)
  time.pass(1000)
  receive({ praxeo: 1, type: 'hello' })
  expect(welcomes).toHaveLength(5)
})

test('one embed cannot fill the storage that others use too', async () => {
  const { bridge } = await connect(page().app).connected
  const large = 'x'.repeat(MAX_VALUE_CHARS)
  const kept = []
  for (let at = 0; at < 5; at += 1) kept.push((await bridge.store(`key-${at}`, large)).ok)
  expect(kept).toEqual([true, true, false, false, false])
  expect((await bridge.store('key-0', 'less')).ok).toBe(true)
  expect((await bridge.store('key-4', 'now it fits')).ok).toBe(true)
})
