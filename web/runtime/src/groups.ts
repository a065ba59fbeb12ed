/** The practice of a section: its activities, each with what is answered at once. */
import type { Activity, Exercise, Section } from './payload'
import { playerOf } from './players'

/** One practice group of a section as it stands on the page. */
export interface Group {
  activity: Activity
  exercises: Exercise[]
}

/** The practice of a section; kinds that are answered as a whole give one exercise. */
export function groupsOf(section: Section): Group[] {
  return section.activities.map((activity) => {
    const { id, kind, title, items } = activity
    const exercises = playerOf(kind).whole
      ? [{ id, kind, title, items, section }]
      : items.map((item) => ({ id: item.id, kind, title, items: [item], section }))
    return { activity, exercises }
  })
}
