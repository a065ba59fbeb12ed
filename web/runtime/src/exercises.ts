/** The exercises of an app in order: what is answered at once, one item or a whole activity. */
import { minutesFor, type Activity, type Exercise, type Payload, type Section } from './payload'
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

function exercisesOf(section: Section): Exercise[] {
  return groupsOf(section).flatMap((group) => group.exercises)
}

/** Every exercise of the app by its id, in the order of the app. */
export function allExercises(payload: Payload): Map<string, Exercise> {
  return new Map(
    payload.sections.flatMap(exercisesOf).map((exercise) => [exercise.id, exercise] as const),
  )
}

/** What overviews need of each section, worked out once. */
export function outlineOf(payload: Payload): Map<string, { exercises: string[]; minutes: number }> {
  return new Map(
    payload.sections.map((section) => {
      const exercises = exercisesOf(section).map((exercise) => exercise.id)
      return [section.id, { exercises, minutes: minutesFor(section) }]
    }),
  )
}
