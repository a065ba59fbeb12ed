/** When an item comes back: FSRS by ts-fsrs (MIT, Open Spaced Repetition), in whole days. */
import { createEmptyCard, fsrs, Rating, State, type Card } from 'ts-fsrs'

/** What is kept of an item's memory state; times in seconds since 1970. */
export interface Memory {
  due: number
  last: number
  stability: number
  difficulty: number
  reps: number
  lapses: number
}

const MS = 1000
// Steps of minutes suit a drill; here an item comes back on another day at the earliest.
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false })

/** The memory state after an answer at `now` (milliseconds). */
export function afterAnswer(memory: Memory | null, right: boolean, now: number): Memory {
  const rating = right ? Rating.Good : Rating.Again
  const { card } = scheduler.next(toCard(memory, now), new Date(now), rating)
  return {
    due: Math.round(card.due.getTime() / MS),
    last: Math.round(now / MS),
    stability: rounded(card.stability),
    difficulty: rounded(card.difficulty),
    reps: card.reps,
    lapses: card.lapses,
  }
}

export function isDue(memory: Memory, now: number): boolean {
  return memory.due * MS <= now
}

function toCard(memory: Memory | null, now: number): Card {
  const empty = createEmptyCard(new Date(now))
  if (!memory) return empty
  const { stability, difficulty, reps, lapses } = memory
  const due = new Date(memory.due * MS)
  const last_review = new Date(memory.last * MS)
  const scheduled_days = Math.round((memory.due - memory.last) / 86_400)
  return {
    ...empty,
    ...{
      due,
      last_review,
      stability,
      difficulty,
      reps,
      lapses,
      scheduled_days,
      state: State.Review,
    },
  }
}

const rounded = (value: number) => Math.round(value * 10_000) / 10_000
