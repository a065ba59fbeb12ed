/** Sends the bytes of a file to where the API says, and tells how far it is; `fetch` cannot tell that. */
import { reportOnline } from '../shell/online'
import { whenGoing } from '../uploads/pause'
import { API_BASE, ApiError, client, dataOf } from './client'

const REFUSED = {
  code: 'upload_refused',
  detail: 'The store did not take the file. Send it again.',
}

/** Straight into the store where that has an address for just these bytes, else to the API. */
export async function sendContent(
  inputId: string,
  file: File,
  onShare: (share: number) => void,
  table: 'document_inputs' | 'media_inputs' = 'document_inputs',
): Promise<void> {
  const contentHash = await hashOf(file)
  if (!contentHash) return put(`/v1/${table}/${inputId}/content`, {}, file, onShare)
  const target = await dataOf(
    client.POST(`/v1/${table}/{input_id}/upload`, {
      params: { path: { input_id: inputId } },
      body: { size: file.size, content_hash: contentHash },
    }),
  )
  return put(target.url, target.headers, file, onShare)
}

const PART_BYTES = 8_000_000 // as the API takes them
const TRIES = 6

/** A large file in parts, each sent again where the connection broke; what is there already is passed over. */
export async function sendParts(
  inputId: string,
  file: File,
  onShare: (share: number) => void,
): Promise<void> {
  const params = { path: { input_id: inputId } }
  for (let start = 0, number = 1; start < file.size; start += PART_BYTES, number++) {
    const part = new File([file.slice(start, start + PART_BYTES)], file.name)
    const share = (of: number) => onShare((start + of * part.size) / file.size)
    await whenGoing(file)
    await patiently(() => sendPart(inputId, number, part, share))
  }
  await dataOf(
    client.POST('/v1/media_inputs/{input_id}/complete', { params, body: { size: file.size } }),
  )
}

async function sendPart(
  inputId: string,
  number: number,
  part: File,
  onShare: (share: number) => void,
): Promise<void> {
  const contentHash = await hashOf(part)
  if (!contentHash) return put(`/v1/media_inputs/${inputId}/parts/${number}`, {}, part, onShare)
  const target = await dataOf(
    client.POST('/v1/media_inputs/{input_id}/parts/{number}', {
      params: { path: { input_id: inputId, number } },
      body: { size: part.size, content_hash: contentHash },
    }),
  )
  if (target.url) return put(target.url, target.headers, part, onShare)
  onShare(1)
}

/** Again after a while, twice as long each time, where nobody answered. */
async function patiently(send: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await send()
    } catch (error) {
      const broken = error instanceof ApiError && error.status === 0
      if (!broken || tried === TRIES) throw error
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** tried))
    }
  }
}

const HASHED_BYTES_MAX = 500_000_000 // it is read into memory for that

/** The SHA-256 in hex; "" for what is too large for that, and on a page that came without TLS from another machine, where browsers have none. */
export async function hashOf(file: File): Promise<string> {
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined
  if (!subtle || file.size > HASHED_BYTES_MAX) return ''
  const digest = new Uint8Array(await subtle.digest('SHA-256', await file.arrayBuffer()))
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

function put(
  url: string,
  headers: Record<string, string>,
  file: File,
  onShare: (share: number) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', url.startsWith('/') ? `${API_BASE}${url}` : url)
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = ({ loaded, total }) => onShare(total ? loaded / total : 0)
    request.onload = () => {
      if (request.status < 300) resolve()
      else reject(new ApiError(request.status, problemIn(request.responseText)))
    }
    request.onerror = () => {
      reportOnline(false)
      reject(new ApiError(0, {}))
    }
    request.send(file)
  })
}

/** The API's own words; a store answers with something else. */
function problemIn(text: string): object {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : REFUSED
  } catch {
    return REFUSED
  }
}
