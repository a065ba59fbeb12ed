/** Build what Python fills in and serves: the app runtime, the wrapper page and the axe script. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'

const RUNTIME_LIMIT_BYTES = 60 * 1024
const WRAPPER_LIMIT_BYTES = 6 * 1024
const SOURCE_LIMIT_BYTES = 5 * 1024 // asked for by who wants to see a source, once
const PACKAGE_LIMIT_BYTES = 20 * 1024
const HOST_SCRIPT_LIMIT_BYTES = 2 * 1024
const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const gzipped = (...texts) => gzipSync(texts.join('\n'), { level: 9 }).length

/** Bundle one entry into a single minified script (and one style sheet if it imports any). */
async function bundle(entry, outDir, name, format = 'iife') {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: here('.'),
    build: {
      outDir,
      emptyOutDir: true,
      target: ['chrome111', 'firefox113', 'safari16.4'],
      lib: {
        entry: here(entry),
        name: 'praxeo_',
        formats: [format],
        fileName: () => `${name}.js`,
        cssFileName: name,
      },
    },
  })
}

function refuseAbove(limit, size, what) {
  console.log(`${what}: ${size} bytes (limit ${limit})`)
  if (size > limit) throw new Error(`${what} is over its budget`)
}

const read = (path) => readFileSync(here(path), 'utf8')

await bundle('runtime/src/main.ts', here('dist/runtime'), 'runtime')
// The schedule's library is part of every app, so its licence goes with it.
const licence = read('node_modules/ts-fsrs/LICENSE').trim()
writeFileSync(
  here('dist/runtime/runtime.js'),
  `/*! Spaced review by ts-fsrs.\n${licence} */\n${read('dist/runtime/runtime.js')}`,
)
// Only apps that show a formula carry its font; the licence goes with it.
const font = readFileSync(here('runtime/fonts/praxeo-math.woff2')).toString('base64')
writeFileSync(
  here('dist/runtime/formulas.css'),
  `/*! Praxeo Math, a subset of STIX Math 1.1, (c) 2001-2010 STI Pub Companies, under the SIL Open Font License 1.1: https://openfontlicense.org */
@font-face{font-family:"Praxeo Math";src:url(data:font/woff2;base64,${font}) format("woff2")}
${read('runtime/styles/formulas.css')}`,
)
copyFileSync(here('runtime/template.html'), here('dist/runtime/template.html'))
refuseAbove(
  RUNTIME_LIMIT_BYTES,
  gzipped(read('dist/runtime/runtime.js'), read('dist/runtime/runtime.css')),
  'runtime',
)

await bundle('embed/src/main.ts', here('build/embed'), 'wrapper')
// A function as replacement: the script may hold `$&`, which a string would expand.
// What is only for those who read the source is not sent to every visitor.
const page = read('embed/wrapper.html')
  .replace(/\s*\n\s*/g, '\n')
  .replace(/(?<=<style>)[^<]*/g, (styles) =>
    styles
      .replace(/\s*([{}:;,])\s*/g, '$1')
      .replaceAll(';}', '}')
      .replace(/\b0\./g, '.'),
  )
const wrapper = page.replace('%PRAXEO_JS%', () => read('build/embed/wrapper.js').trim())
mkdirSync(here('dist/embed'), { recursive: true })
writeFileSync(here('dist/embed/wrapper.html'), wrapper)
await bundle('embed/src/host.ts', here('build/embed'), 'embed')
copyFileSync(here('build/embed/embed.js'), here('dist/embed/embed.js'))
await bundle('embed/src/source.ts', here('build/embed'), 'source', 'es')
copyFileSync(here('build/embed/source.js'), here('dist/embed/source.js'))
rmSync(here('build'), { recursive: true })
refuseAbove(WRAPPER_LIMIT_BYTES, gzipped(wrapper), 'wrapper')
refuseAbove(SOURCE_LIMIT_BYTES, gzipped(read('dist/embed/source.js')), 'sheets of the wrapper')
refuseAbove(
  HOST_SCRIPT_LIMIT_BYTES,
  read('dist/embed/embed.js').length,
  'script of host pages, plain',
)

// The page of packages for learning platforms stands beside the runtime: who makes apps makes packages too.
await bundle('package/src/main.ts', here('build/package'), 'package')
writeFileSync(
  here('dist/runtime/package.js'),
  `/*! Spaced review by ts-fsrs.\n${licence} */\n${read('build/package/package.js')}`,
)
refuseAbove(PACKAGE_LIMIT_BYTES, gzipped(read('dist/runtime/package.js')), 'page of packages')
rmSync(here('build'), { recursive: true })

mkdirSync(here('dist/axe'), { recursive: true })
copyFileSync(here('node_modules/axe-core/axe.min.js'), here('dist/axe/axe.min.js'))
