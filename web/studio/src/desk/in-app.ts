/** What items and parts of a desk are called in the app. */
import type { Place } from './use-place'
import type { Working } from './work'

/** The id of the exercise in work, else of the section, else of what the app begins with. */
export function inApp({ names, shown }: Working, { part, item }: Place): string {
  const exercise = names.get(item)
  if (exercise && !exercise.startsWith('x')) return exercise
  const at = shown.parts.findIndex(({ key }) => key === part)
  return at < 0 ? 'home' : `s${at + 1}`
}

/** The desk's name of an exercise, '' if it has none. */
export const itemInApp = ({ names }: Working, exercise: string): string =>
  (exercise && [...names].find(([, key]) => key === exercise)?.[0]) || ''
