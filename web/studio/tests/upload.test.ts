// @vitest-environment happy-dom
/** A document goes where the API says: into a store, with its headers, or to the API itself. */
import { afterEach, describe, expect, it, vi } from 'vitest'
import { policy } from '../delivery'

const HASH = '982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1' // of "text"
const FILE = new File(['text'], 'water.txt')

type Sent = { url: string; headers: Record<string, string>; body: unknown }

/** An API that names this address, and a network that answers with this. */
function meeting(target: object, status = 200, answer = '') {
  const asked: unknown[] = []
  const sent: Sent[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push([new URL(request.url).pathname, await request.json()])
    return Response.json(target)
  })
  class Network {
    upload: { onprogress?: (event: object) => void } = {}
    status = status
    responseText = answer
    onload = () => {}
    made: Sent = { url: '', headers: {}, body: null }
    open(_: string, url: string) {
      this.made.url = url
    }
    setRequestHeader(name: string, value: string) {
      this.made.headers[name] = value
    }
    send(body: unknown) {
      this.made.body = body
      sent.push(this.made)
      this.upload.onprogress?.({ loaded: 1, total: 4 })
      this.onload()
    }
  }
  vi.stubGlobal('XMLHttpRequest', Network)
  return { asked, sent }
}

async function sendContent(onShare: (share: number) => void = () => {}) {
  const { sendContent: send } = await import('../src/api/upload')
  return send('doc_1', FILE, onShare)
}

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules() // the client keeps the `fetch` that it met first
})

describe('the bytes of a document', () => {
  it('go straight into the store, with what its address asks for', async () => {
    const headers = { 'x-amz-checksum-sha256': 'abc=' }
    const { asked, sent } = meeting({ url: 'https://store.example/key?signed', headers })
    const shares: number[] = []
    await sendContent((share) => shares.push(share))
    expect(asked).toEqual([['/v1/document_inputs/doc_1/upload', { size: 4, content_hash: HASH }]])
    expect(sent).toEqual([
      {
        url: 'https://store.example/key?signed',
        headers: { 'Content-Type': 'application/octet-stream', ...headers },
        body: FILE,
      },
    ])
    expect(shares).toEqual([0.25])
  })
  it('go to the API where that says so', async () => {
    const { sent } = meeting({ url: '/v1/document_inputs/doc_1/content', headers: {} })
    await sendContent()
    expect(sent[0]?.url).toMatch(/\/v1\/document_inputs\/doc_1\/content$/)
  })
  it('go to the API where the browser cannot tell their hash', async () => {
    const { asked, sent } = meeting({})
    vi.stubGlobal('crypto', {})
    await sendContent()
    expect(asked).toEqual([])
    expect(sent[0]?.url).toMatch(/\/v1\/document_inputs\/doc_1\/content$/)
  })
  it.each([
    ['<Error><Code>AccessDenied</Code></Error>', 'upload_refused'],
    ['{"code":"upload_too_large","detail":"Too large."}', 'upload_too_large'],
  ])('that are refused are told so: %s', async (answer, code) => {
    meeting({ url: 'https://store.example/key', headers: {} }, 403, answer)
    await expect(sendContent()).rejects.toMatchObject({ status: 403, code })
  })
})

describe('what the pages may load', () => {
  it('is their own, and what the build was told', () => {
    expect(policy('', '')).toContain("connect-src 'self';")
    const told = policy('https://api.example.org/base', 'key')
    expect(told).toContain("connect-src 'self' https://api.example.org https://www.googleapis.com;")
    expect(told).toContain("img-src 'self' data: blob: https://api.example.org;")
    expect(told).toContain("form-action 'self' https://api.example.org")
  })
})
