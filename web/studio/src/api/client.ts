/** One way to the /v1 API: typed by its OpenAPI description, errors as problem details. */
import type { Told } from '../i18n/told'
import createClient, { type Middleware } from 'openapi-fetch'
import { askWith, reportOnline } from '../shell/online'
import type { paths } from './schema'

/** Where the API is: what a release wrote into the page, else what the build was told; '' for the page's origin. */
export const API_BASE: string =
  globalThis.document?.querySelector<HTMLMetaElement>('meta[name="praxeo-api"]')?.content ||
  (import.meta.env.VITE_API_BASE_URL as string | undefined) ||
  ''

type Details = Record<string, string | number>
type Problem = {
  status?: number
  code?: string
  title?: string
  detail?: string
  faults?: unknown
  details?: Details
}
/** By its code and what it names it can be said in another language. */
export type Fault = Told & { line: number }

/** An answer that says no. `status` 0 means that there was no answer at all. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly problem: Problem
  /** What the sentence names, for telling it in another language. */
  readonly details: Details

  constructor(status: number, problem: Problem) {
    super(problem.detail ?? problem.title ?? `HTTP ${status}`)
    this.name = 'ApiError'
    this.status = status
    this.code = problem.code ?? ''
    this.problem = problem
    this.details = problem.details ?? {}
  }
}

export function faultsOf(error: ApiError): Fault[] {
  const { faults } = error.problem
  if (!Array.isArray(faults)) return []
  return faults.filter(
    (fault): fault is Fault =>
      typeof fault === 'object' && fault !== null && typeof (fault as Fault).line === 'number',
  )
}

export async function problemOf(response: Response): Promise<ApiError> {
  try {
    return new ApiError(response.status, (await response.json()) as Problem)
  } catch {
    return new ApiError(response.status, {})
  }
}

export const client = createClient<paths>({ baseUrl: API_BASE })

const watch: Middleware = {
  onResponse({ response }) {
    reportOnline(true)
    return response
  },
  onError() {
    reportOnline(false)
    return new ApiError(0, {})
  },
}
client.use(watch)

askWith(async () => {
  try {
    return (await fetch(`${API_BASE}/v1/health`)).ok
  } catch {
    return false
  }
})

type Answer<T> = { data?: T; error?: unknown; response: Response }

/** The data of an answer, or its problem as an `ApiError`. */
export async function dataOf<T>(answer: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await answer
  if (!response.ok && response.status !== 304)
    throw new ApiError(response.status, (error ?? {}) as Problem)
  return data as T
}
