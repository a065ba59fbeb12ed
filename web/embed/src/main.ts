/** Starts the wrapper: listens first, then loads the app, so that no hello is missed. */
import { throughDoor } from './door'
import { offerFullScreen } from './full-screen'
import { HistoryWatch, LOOK_MS } from './history'
import { openShelf } from './shelf'
import { startTelling } from './telling'
import { words } from './words'
import { Wrapper } from './wrapper'

/** Whoever publishes looks at it without being counted. */
const PREVIEW = '#preview'
const frame = document.getElementById('praxeo-frame')
if (frame instanceof HTMLIFrameElement) void open(frame)

/** An app that is closed is opened first; the ticket is kept for this tab, and taken out of the address. */
async function open(frame: HTMLIFrameElement): Promise<void> {
  const { embed = '', door = '' } = frame.dataset
  if (door === '') return start(frame)
  const shelf = openShelf(() => window.sessionStorage, `praxeo-door:${embed}:`)
  const given = location.hash.slice(1).split('?')[0]
  if (given) shelf.store('ticket', given)
  frame.hidden = true
  const opened = await throughDoor({
    address: `../t/${embed}`,
    password: door === 'password',
    ticket: shelf.load('ticket') ?? '',
    keep: (ticket) => shelf.store('ticket', ticket),
    language: navigator.language,
    page: document,
  })
  frame.hidden = false
  document.title = frame.title = opened.title
  document.documentElement.lang = opened.language
  frame.dataset['theme'] = opened.theme
  frame.dataset['src'] = `../${opened.app}`
  start(frame)
}

function start(frame: HTMLIFrameElement): void {
  const { embed = '', theme = '', src = '', counted = '', films } = frame.dataset
  const nonce = () => crypto.getRandomValues(new Uint32Array(4)).join('-')
  const host = window.parent === window ? null : window.parent
  const shelf = openShelf(() => window.localStorage, `praxeo:${embed}:`)
  const time = {
    now: () => performance.now(),
    later: (work: () => void, ms: number) => setTimeout(work, ms),
  }
  const bar = host ? offerFullScreen(document, navigator.language) : 0
  const theming: unknown = JSON.parse(theme || 'null') // our own server's words
  const hear =
    counted === '' || location.hash === PREVIEW ? () => undefined : told(embed, src, nonce)
  const secret = /\?secret=(\w+)$/.exec(location.hash)?.[1] ?? ''
  const around = {
    embed,
    frame,
    host,
    shelf,
    nonce,
    theme: theming,
    time,
    bar,
    secret,
    hear,
    show,
    films,
  }
  const wrapper = new Wrapper(around)
  addEventListener('message', (event) => wrapper.receive(event))
  watchHistory(frame, time.now)
  frame.src = src
}

/** The sheet of a source is loaded when somebody asks for it. */
function show(told: Record<string, unknown>): void {
  const place = '../source.js'
  void import(/* @vite-ignore */ place).then((sheet: typeof import('./source')) => sheet.show(told))
}

/** Counts the visit under the version that it sees. */
function told(embed: string, src: string, nonce: () => string) {
  const version = src.split('?')[0]?.split('/').at(-1)?.slice(0, 12) ?? ''
  const shelf = openShelf(() => window.localStorage, `praxeo-visits:${embed}:`)
  return startTelling(window, { address: `../v/${embed}`, version, shelf, nonce })
}

/** Take the app away when it fills the history that it shares with the page around it. */
function watchHistory(frame: HTMLIFrameElement, now: () => number): void {
  const watch = new HistoryWatch(
    () => history.length,
    () => navigator.userActivation?.isActive ?? false,
    now,
  )
  const looking = setInterval(() => {
    if (!watch.isFlooded()) return
    clearInterval(looking)
    const text = words(navigator.language)
    const told = document.createElement('p')
    const again = document.createElement('button')
    again.textContent = text.again
    again.addEventListener('click', () => location.reload())
    told.append(`${text.flooded} `, again)
    told.className = 'told'
    told.setAttribute('role', 'alert')
    frame.replaceWith(told)
  }, LOOK_MS)
}
