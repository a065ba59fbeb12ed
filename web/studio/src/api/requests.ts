/** What every request to the API has in common. */
import { API_BASE, ApiError, problemOf } from './client'

export const PAGE = 200

export const address = (path: string): string => `${API_BASE}/v1/${path}`

export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` })

export const newKey = () => ({ 'Idempotency-Key': crypto.randomUUID() })

export async function everyPage<T>(
  page: (cursor: string) => Promise<{ records: T[]; cursor: string }>,
): Promise<T[]> {
  const all: T[] = []
  let cursor = ''
  do {
    const answer = await page(cursor)
    all.push(...answer.records)
    cursor = answer.cursor
  } while (cursor)
  return all
}

export async function fetched(path: string, accept: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(address(path), { headers: { Accept: accept } })
  } catch {
    throw new ApiError(0, {})
  }
  if (!response.ok) throw await problemOf(response)
  return response
}
