/** What the built studio needs beyond its bundles: a policy of what it may load, and compressed copies. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const WORTH_BYTES = 512 // below this a compressed copy saves nothing
const TEXT = /\.(js|css|html|svg|json)$/
const GOOGLE_API = 'https://www.googleapis.com'

/** Only the build knows what the pages talk to; the server adds where the apps' frames may be. */
export function policy(apiBase: string, googleKey: string): string {
  const api = apiBase ? new URL(apiBase).origin : ''
  const google = googleKey ? (process.env.VITE_GOOGLE_API_URL ?? GOOGLE_API) : ''
  const sources = (...names: string[]) => ["'self'", ...names.filter(Boolean)].join(' ')
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    `img-src ${sources('data:', 'blob:', api)}`,
    `media-src ${sources(api)}`,
    `connect-src ${sources(api, google)}`,
    `frame-src ${sources('http:', 'https:')}`,
    "base-uri 'none'",
    `form-action ${sources(api)}`,
  ].join('; ')
}

export function withPolicy(apiBase: string, googleKey: string): Plugin {
  return {
    name: 'praxeo-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: {
          'http-equiv': 'Content-Security-Policy',
          content: policy(apiBase, googleKey),
        },
        injectTo: 'head-prepend',
      },
    ],
  }
}

/** Writes `name.br` and `name.gz` beside every text file: compressing on the fly is tens of times slower. */
export function compressed(folder: string): Plugin {
  return {
    name: 'praxeo-compressed',
    apply: 'build',
    closeBundle() {
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        const path = join(entry.parentPath, entry.name)
        if (!entry.isFile() || !TEXT.test(entry.name)) continue
        const bytes = readFileSync(path)
        if (bytes.length < WORTH_BYTES) continue
        const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: quality }))
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
      }
    },
  }
}

type Importers = { isEntry: boolean; importers: readonly string[] }
type Info = (id: string) => Importers | null

const START_PAGE = /\/start\/start-page\.tsx$/
const first = new Map<string, boolean>()
const start = new Map<string, boolean>()
const shared = new Map<string, boolean>()

/** Two chunks for all that the first page needs: it would else come in a dozen.
 *
 * What every page needs is one, with what the start shares with others; the other is the start's own.
 */
export function firstLoad(id: string, info: Info): string | null {
  const ofStart = (module: string) => START_PAGE.test(module)
  if (leadsTo(id, info, first, (_, found) => found.isEntry)) return 'first'
  if (!leadsTo(id, info, start, ofStart)) return null
  const elsewhere = (module: string, found: Importers) =>
    !ofStart(module) && found.importers.some((one) => !leadsTo(one, info, start, ofStart))
  const isStyle = id.endsWith('.css') // one more request would cost more than these few bytes
  return isStyle || leadsTo(id, info, shared, elsewhere, ofStart) ? 'first' : 'start'
}

/** Whether a module, or one that imports it and so on, is what is wanted; it is not asked beyond `end`. */
function leadsTo(
  id: string,
  info: Info,
  known: Map<string, boolean>,
  wanted: (id: string, found: Importers) => boolean,
  end: (id: string) => boolean = () => false,
): boolean {
  const told = known.get(id)
  if (told !== undefined) return told
  known.set(id, false) // while its importers are asked, which may import each other
  const found = info(id)
  const more = found !== null && !end(id)
  const leads =
    (found !== null && wanted(id, found)) ||
    (more && found.importers.some((one) => leadsTo(one, info, known, wanted, end)))
  known.set(id, leads)
  return leads
}
