// @vitest-environment happy-dom
/** A recording goes on where it was when the page was closed: what came is not sent again, whatever else is. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const PART = 8_000_000
const BYTES = new Uint8Array(3 * PART + 5).map((_, at) => Math.floor(at / PART)) // no part is as another
const FILE = new File([BYTES], 'lecture.mp4', { lastModified: 1 })

type Part = { number: number; blob: string; size: number }

/** Where a part is to be sent: nowhere, if it is there. */
function told(announced: string, path: string, parts: Part[]): Response {
  const there = parts.some(({ blob }) => announced.includes(`"${blob.split('/').pop()}"`))
  return Response.json({ url: there ? '' : path, headers: {} })
}

/** An API that keeps parts, and a network that breaks (`refuses`) from this PUT on. */
function api(refuses = 99) {
  const state = { parts: [] as Part[], sent: [] as string[], announced: 0, status: 'waiting' }
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname
    if (request.method === 'POST' && path.endsWith('/media_inputs')) state.announced++
    if (request.method === 'GET' && state.status === 'gone')
      return Response.json({ code: 'not_found' }, { status: 404 })
    if (path.endsWith('/confirm')) state.status = 'queued'
    if (path.includes('/parts/')) return told(await request.text(), path, state.parts)
    return Response.json({ id: `med_${state.announced}`, status: state.status, parts: state.parts })
  })
  class Network {
    upload: { onprogress?: (event: object) => void } = {}
    status = 200
    responseText = '{"code":"forbidden"}'
    onload = () => {}
    url = ''
    open(_: string, url: string) {
      this.url = url
    }
    setRequestHeader() {}
    async send(body: File) {
      if (refuses-- <= 0) this.status = 403
      else {
        const number = Number(this.url.split('/').pop())
        const hash = await crypto.subtle.digest('SHA-256', await body.arrayBuffer())
        const hex = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0'))
        state.parts.push({ number, blob: `media_inputs/med_1/${hex.join('')}`, size: body.size })
        state.sent.push(this.url.replace(/^.*media_inputs/, ''))
      }
      this.onload()
    }
  }
  vi.stubGlobal('XMLHttpRequest', Network)
  return { state, mend: () => (refuses = 99) }
}

/** As a page does that was just opened. */
async function add(file = FILE, shares: number[] = []): Promise<string> {
  vi.resetModules()
  const { addRecording } = await import('../src/api/recordings')
  return addRecording(file, (share) => shares.push(share))
}

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

describe('a recording whose page was closed', () => {
  it('goes on with what is missing, once the same file is chosen again', async () => {
    const { state, mend } = api(2)
    await expect(add()).rejects.toMatchObject({ status: 403 })
    mend()
    const shares: number[] = []
    expect(await add(FILE, shares)).toBe('med_1')
    expect(state.sent).toEqual([1, 2, 3, 4].map((number) => `/med_1/parts/${number}`))
    expect(state.announced).toBe(1)
    expect(shares[0]).toBeCloseTo(PART / FILE.size)
    await add()
    expect(state.announced).toBe(2) // what was done is another one
  })
  it('sends again what came with other bytes', async () => {
    const { state, mend } = api(2)
    await expect(add()).rejects.toMatchObject({ status: 403 })
    state.parts = state.parts.map((part) => ({ ...part, blob: 'media_inputs/med_1/00' }))
    mend()
    await add()
    expect(state.sent.slice(2)).toEqual([1, 2, 3, 4].map((number) => `/med_1/parts/${number}`))
  })
  it.each(['gone', 'ready'])('begins anew where it is %s meanwhile', async (status) => {
    const { state, mend } = api(2)
    await expect(add()).rejects.toMatchObject({ status: 403 })
    Object.assign(state, { status, parts: [] })
    mend()
    expect(await add()).toBe('med_2')
  })
  it('begins anew where the browser kept something else', async () => {
    const { state } = api()
    localStorage.setItem('praxeo.uploads', '{"a": [1]}')
    expect(await add()).toBe('med_1')
    expect(state.sent).toHaveLength(4)
  })
})

describe('a recording whose sending is stopped for a while', () => {
  it('sends no part until somebody has it go on, and then all of them', async () => {
    const { state } = api()
    vi.resetModules()
    const { addRecording } = await import('../src/api/recordings')
    const { isPaused, pause, resume } = await import('../src/uploads/pause')
    const stopped = new Promise<void>((resolve) => {
      void addRecording(FILE, () => {}).then(() => resolve())
      pause(FILE)
    })
    await vi.waitFor(() => expect(state.announced).toBe(1))
    await new Promise((resolve) => setTimeout(resolve)) // whatever is ready to be sent would be by now
    expect(state.sent).toEqual([])
    expect(isPaused(FILE)).toBe(true)
    resume(FILE)
    await stopped
    expect(isPaused(FILE)).toBe(false)
    expect(state.sent).toHaveLength(4)
  })
})
