/** Addresses within the app: a view, a section, one of its screens, an exercise. */
import type { App } from './app'
import type { Section } from './payload'
import { screenWith, whereToGoOn } from './screens'
import { VIEWS } from './views'

export interface Place {
  section?: Section
  /** The screen of the section (from 0). */
  at: number
  name: string
}

/** The section and screen that an address leads to, and the name of the place where one then is. */
export function placeOf(app: App, address: string, block?: string): Place {
  const { payload, exercises, outline, progress } = app
  const exercise = exercises.get(address)
  const [id = '', number] = exercise ? [exercise.section.id] : address.split('.')
  const section = payload.sections.find((candidate) => candidate.id === id)
  if (!section) return { at: 0, name: VIEWS.has(address) ? address : 'home' }
  if (progress.layout === 'all') return { section, at: 0, name: id }
  const screens = outline.get(id)?.screens ?? []
  const wanted = block ?? (exercise && address)
  const found = wanted ? screenWith(screens, wanted) : Number(number ?? 0) - 1
  const at = screens[found] ? found : whereToGoOn(screens, progress)
  return { section, at, name: `${id}.${at + 1}` }
}

/** A section without practice was read by whoever goes on to another section from it. */
export function noteAsRead({ outline, progress }: App, place: string, next?: Section): void {
  const [left = ''] = place.split('.')
  if (outline.get(left)?.exercises.length === 0 && next?.id !== left) progress.wasRead(left)
}
