/** What the built studio weighs, how Lighthouse rates it, and what axe-core finds on every page.
 *
 *      npm ci && node measure.mjs [--address http://127.0.0.1:8400] [--check]
 *
 *  Start Praxeo first (`make run`). Prints the first load (requests, gzip bytes), the median of three
 *  Lighthouse runs with mobile settings, and the violations that axe-core finds on every page, in light and
 *  dark, at phone and desktop width. `--check` ends with 1 if a target is missed.
 */
import { gzipSync } from 'node:zlib'
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'

const CHROMIUM = process.env.PRAXEO_CHROMIUM || '/usr/bin/chromium'
const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const TARGETS = { performance: 95, accessibility: 100, 'best-practices': 100 }
const FIRST_LOAD = { bytes: 130_000, requests: 5 }
const RUNS = 3
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const { values } = parseArgs({
  options: { address: { type: 'string', default: 'http://127.0.0.1:8400' }, check: { type: 'boolean' } },
})

let missed = 0
const say = (name, value, good) => {
  console.log(`${good ? 'ok  ' : 'MISS'}  ${name.padEnd(44)} ${value}`)
  if (!good) missed += 1
}
const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

async function pages() {
  const { records } = await (await fetch(`${values.address}/v1/examples`)).json()
  const example = records.find((one) => one.status === 'ready')
  if (!example) throw new Error('The library is empty; start Praxeo with `make run` first.')
  const tabs = ['play', 'edit', 'proof', 'source', 'history', 'publish']
  return ['/', '/library', '/settings', '/nowhere', '/samples/how-vaccines-work', ...more(records), ...tabs.map((tab) => `/examples/${example.id}/${tab}`)]
}

/** An app in the making and one that failed, where the library has them. */
function more(records) {
  const found = ['making', 'failed'].map((status) => records.find((one) => one.status === status))
  return found.filter(Boolean).map((one) => `/examples/${one.id}`)
}

/** Opens the library's filters, which a narrow window keeps behind a button. */
async function filters(page) {
  const button = page.getByRole('button', { name: 'Filter', exact: true })
  if (await button.isVisible()) await button.click()
}

/** What opens over a page: its name, the page, and the key or the button that opens it. */
const DIALOGS = [
  ['keyboard help', '/settings', (page) => page.keyboard.press('?')],
  ['command palette', '/', (page) => page.keyboard.press('Control+k')],
  ['the filters', '/library', filters],
  [
    'projects',
    '/library',
    async (page) => {
      await filters(page)
      await page.getByRole('button', { name: 'Manage projects' }).click()
    },
  ],
]

async function firstLoad(browser) {
  const page = await browser.newPage()
  const loads = []
  page.on('response', async (response) => {
    const path = new URL(response.url()).pathname
    if (!path.startsWith('/v1/')) loads.push(response.body().then((body) => [path, gzipSync(body).length]))
  })
  await page.goto(values.address, { waitUntil: 'networkidle' })
  const sizes = await Promise.all(loads)
  for (const [path, bytes] of sizes) console.log(`      ${path.padEnd(44)} ${bytes} B gzip`)
  const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0)
  say('first load, bytes gzip', total, total <= FIRST_LOAD.bytes)
  say('first load, requests', sizes.length, sizes.length <= FIRST_LOAD.requests)
  say('the editor is not in it', '', !sizes.some(([path]) => path.includes('edit-tab')))
  await page.close()
}

async function accessibility(browser) {
  const views = (await pages()).map((path) => [path.replace(/exa_\w+/, '…'), path, () => undefined])
  for (const [name, path, open] of [...views, ...DIALOGS]) {
    const found = []
    for (const colorScheme of ['light', 'dark']) {
      for (const viewport of [{ width: 390, height: 844 }, { width: 1280, height: 900 }]) {
        const context = await browser.newContext({ colorScheme, viewport, bypassCSP: true })
        const page = await context.newPage()
        await page.goto(values.address + path, { waitUntil: 'networkidle' })
        await open(page)
        await page.evaluate(axe)
        // The app in its frame is examined by Praxeo's own check.
        const result = await page.evaluate(() => window.axe.run({ exclude: [['iframe']] }, { iframes: false }))
        found.push(...result.violations.map((one) => `${one.id} (${colorScheme}, ${viewport.width}): ${one.nodes[0].html.slice(0, 120)}`))
        await context.close()
      }
    }
    say(`axe-core ${name}`, `${found.length} violations`, found.length === 0)
    for (const line of found) console.log(`      ${line}`)
  }
}

async function rated() {
  const scores = {}
  for (let run = 0; run < RUNS; run += 1) {
    const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: FLAGS })
    const result = await lighthouse(values.address, { port: chrome.port, output: 'json', logLevel: 'error' })
    for (const [name, category] of Object.entries(result.lhr.categories)) {
      ;(scores[name] ??= []).push(Math.round(category.score * 100))
    }
    for (const audit of Object.values(result.lhr.audits)) {
      if (run === 0 && audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === 'binary') {
        console.log(`      ${audit.id}: ${audit.title}`)
      }
    }
    chrome.kill()
  }
  for (const [name, target] of Object.entries(TARGETS)) {
    const score = median(scores[name])
    say(`Lighthouse ${name}, median of ${RUNS}`, score, score >= target)
  }
}

const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
await firstLoad(browser)
await accessibility(browser)
await browser.close()
await rated()
process.exit(values.check && missed ? 1 : 0)
