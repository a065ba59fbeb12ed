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
const reached = new Map<string, boolean>()

/** One chunk for all that the first page needs: what it shares with later ones would else come in a dozen. */
export function firstLoad(id: string, info: (id: string) => Importers | null): string | null {
  const isFirst = (module: string): boolean => {
    const known = reached.get(module)
    if (known !== undefined) return known
    reached.set(module, false) // while its importers are asked, which may import each other
    const found = info(module)
    const first = found !== null && (found.isEntry || found.importers.some(isFirst))
    reached.set(module, first)
    return first
  }
  return isFirst(id) ? 'first' : null
}
