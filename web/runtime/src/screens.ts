/** A section screen by screen: something to read, then one exercise after the other, and how it went. */
import { groupsOf } from './groups'
import type { Screen } from './outline'
import type { Payload, Section, Stage } from './payload'
import type { Progress } from './progress'
import { withoutTitles } from './folding'

/** All screens in order: of a section with practice the last one says how it went. */
export function screensOf(payload: Payload, section: Section): Screen[] {
  const groups = groupsOf(section)
  const exercises = new Map(
    groups.flatMap(({ activity, exercises }) =>
      exercises.map((exercise) => [exercise.id, { exercise, activity: activity.id }] as const),
    ),
  )
  const whole: Stage = { blocks: section.reading.length, exercises: [...exercises.keys()] }
  const screens: Screen[] = []
  let begun = 0
  let asked = 0
  for (const stage of section.stages ?? [whole]) {
    const first = screens.length === 0
    const own = section.reading.slice(begun, begun + stage.blocks)
    const blocks = first ? withoutTitles(payload, section, own) : own
    const prose = first ? section.prose : ''
    if (blocks.length > 0 || prose) screens.push({ kind: 'read', prose, blocks })
    for (const id of stage.exercises) {
      const found = exercises.get(id)
      if (found) screens.push({ kind: 'exercise', ...found, at: asked++ })
    }
    begun += stage.blocks
  }
  if (exercises.size > 0) screens.push({ kind: 'end' })
  return screens
}

/** Where to go on (from 0): the first exercise that is open, or what is to be read right before it. */
export function whereToGoOn(screens: readonly Screen[], { answers }: Progress): number {
  const begun = screens.some((one) => one.kind === 'exercise' && answers.has(one.exercise.id))
  const open = screens.findIndex((one) => one.kind === 'exercise' && !answers.has(one.exercise.id))
  if (!begun || open < 0) return 0
  return screens[open - 1]?.kind === 'read' ? open - 1 : open
}

/** The screen (from 0) on which a block stands, or an exercise is asked; -1 if none. */
export function screenWith(screens: readonly Screen[], id: string): number {
  return screens.findIndex((one) =>
    one.kind === 'read'
      ? one.blocks.some((block) => block.id === id)
      : one.kind === 'exercise' && one.exercise.id === id,
  )
}
