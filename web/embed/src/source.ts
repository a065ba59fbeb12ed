/** The sheets that are loaded when they are asked for, filled by nobody but this: a place of a source, and what is kept. */
import { SOURCE_CHARS, type ToldSource } from '../../bridge/protocol'
import { filmAt, playerOf } from './film'
import { showKept } from './kept'
import { inLanguage, made, sheetIn } from './sheet'

const WORDS = {
  en: { open: 'Open the source', watch: 'Watch it there', close: 'Close', title: 'Source' },
  de: { open: 'Quelle öffnen', watch: 'Dort ansehen', close: 'Schließen', title: 'Quelle' },
  fr: { open: 'Ouvrir la source', watch: 'Voir sur place', close: 'Fermer', title: 'Source' },
  es: { open: 'Abrir la fuente', watch: 'Verlo allí', close: 'Cerrar', title: 'Fuente' },
  ar: { open: 'فتح المصدر', watch: 'شاهده هناك', close: 'إغلاق', title: 'المصدر' },
} as const
type Words = Record<keyof (typeof WORDS)['en'], string>
const VIDEO = /^(?:www\.|m\.|music\.)?youtube\.com$|^youtu\.be$/

/** Show what the app asks for over the app, if a person has just acted there. */
export function show(message: Record<string, unknown>, page = document): void {
  if (message['type'] === 'kept') return showKept(page)
  const told = read(message)
  const words: Words = inLanguage<Words>(WORDS)
  const opened = told && sheetIn(page, words.title, words.close)
  if (!opened) return
  const { sheet, close } = opened
  const quote = made(page, 'blockquote', told.quote)
  const of = [told.title, told.place, told.date].filter(Boolean)
  const where = made(page, 'p', [...new Set(of)].join(' · '))
  const film = filmAt(told.address)
  const way = film
    ? [playerOf(page, film)]
    : [made(page, 'small', told.address), link(page, told, words), ' ']
  sheet.append(quote, where, ...way, close)
  page.body.append(sheet)
  sheet.showModal()
}

/** What was told, if it is all there and leads to a site or into a recording; the address as the browser reads it. */
export function read(message: Record<string, unknown>): ToldSource | null {
  const told: Partial<ToldSource> = {}
  for (const [name, most] of Object.entries(SOURCE_CHARS)) {
    const value = message[name]
    if (typeof value !== 'string' || value.length > most) return null
    told[name as keyof ToldSource] = value
  }
  if (filmAt(told.address ?? '')) return told as ToldSource
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
