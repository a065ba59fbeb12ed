/** The exercises of an app in order: what is answered at once, one item or a whole activity. */
import { groupsOf } from './groups'
import type { Outline } from './outline'
import type { Exercise, Payload, Section } from './payload'
import { screensOf } from './screens'
import { secondsFor, secondsToReadSection } from './times'

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
export function outlineOf(payload: Payload): Map<string, Outline> {
  const { language } = payload
  return new Map(
    payload.sections.map((section) => {
      const exercises = exercisesOf(section)
      const practice = new Map<string, number>()
      for (const one of exercises) {
        practice.set(one.kind, (practice.get(one.kind) ?? 0) + secondsFor(one, language))
      }
      const outline = {
        exercises: exercises.map(({ id }) => id),
        screens: screensOf(payload, section),
        reading: secondsToReadSection(section, language),
        practice,
      }
      return [section.id, outline]
    }),
  )
}
