/** The sheet with a place of a source and the way there: loaded when it is asked for, and filled by nobody but this. */
import { SOURCE_CHARS, type ToldSource } from '../../bridge/protocol'

const WORDS = {
  en: { open: 'Open the source', watch: 'Watch it there', close: 'Close', title: 'Source' },
  de: { open: 'Quelle öffnen', watch: 'Dort ansehen', close: 'Schließen', title: 'Quelle' },
} as const
const STYLE = `
.source { color-scheme: light dark; border: 1px solid; border-radius: 12px; padding: 1.25rem; max-width: min(36rem, 100vw - 4rem);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
.source::backdrop { background: #0008 }
.source blockquote { margin: 0 0 1rem; padding-inline-start: 1rem; border-inline-start: 3px solid; max-height: 12rem; overflow: auto }
.source p { margin: 0 0 .5rem }
.source small { display: block; margin-bottom: 1rem; user-select: all }
.source a, .source button { display: inline-block; font: inherit; padding: .6rem 1rem; min-height: 44px; box-sizing: border-box;
  border: 1px solid; border-radius: 8px; background: none; color: inherit }`
const VIDEO = /^(?:www\.|m\.|music\.)?youtube\.com$|^youtu\.be$/

/** Show it over the app, if a person has just acted there: an app alone opens nothing. */
export function show(message: Record<string, unknown>, page = document): void {
  const told = read(message)
  const acted = navigator.userActivation?.isActive ?? true
  if (!told || !acted || page.querySelector('.source')) return
  const words = WORDS[navigator.language.startsWith('de') ? 'de' : 'en']
  const sheet = page.createElement('dialog')
  sheet.className = 'source'
  sheet.setAttribute('aria-label', words.title)
  const style = page.createElement('style')
  style.textContent = STYLE
  const close = made(page, 'button', words.close)
  close.addEventListener('click', () => sheet.close())
  sheet.addEventListener('close', () => sheet.remove())
  const quote = page.createElement('blockquote')
  quote.textContent = told.quote
  const of = [told.title, told.place, told.date].filter(Boolean)
  const where = made(page, 'p', [...new Set(of)].join(' · '))
  sheet.append(
    style,
    quote,
    where,
    made(page, 'small', told.address),
    link(page, told, words),
    ' ',
    close,
  )
  page.body.append(sheet)
  sheet.showModal()
}

/** What was told, if it is all there and leads to a site; the address as the browser reads it. */
export function read(message: Record<string, unknown>): ToldSource | null {
  const told: Partial<ToldSource> = {}
  for (const [name, most] of Object.entries(SOURCE_CHARS)) {
    const value = message[name]
    if (typeof value !== 'string' || value.length > most) return null
    told[name as keyof ToldSource] = value
  }
  try {
    const { protocol, username, password, href } = new URL(told.address ?? '')
    if (!/^https?:$/.test(protocol) || username || password) return null
    return { ...(told as ToldSource), address: href }
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

function link(page: Document, { address }: ToldSource, words: { open: string; watch: string }) {
  const way = page.createElement('a')
  way.href = address
  way.target = '_blank'
  way.rel = 'noopener noreferrer'
  way.textContent = VIDEO.test(new URL(address).hostname) ? words.watch : words.open
  return way
}

function made(page: Document, name: string, text: string): HTMLElement {
  const element = page.createElement(name)
  element.textContent = text
  return element
}
