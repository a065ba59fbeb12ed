/** Sentences of the plan of a topic, in German. */
import type { topics as english } from '../en/topics'

export const topics: Record<keyof typeof english, string> = {
  'topic.plan': 'Plan zum Thema',
  'topic.depth': 'Wie weit nachgeschlagen wird',
  'topic.depth.quick': 'Schnell',
  'topic.depth.thorough': 'Gründlich',
  'topic.queries': 'Was gefragt wird, eine Frage je Zeile',
  'topic.reads': 'Liest höchstens {pages} Seiten ({engines}).',
  'topic.free': 'Das Nachschlagen kostet nichts.',
  'topic.costs': 'Das Nachschlagen kostet höchstens {money}.',
  'topic.takes': 'Zeit: etwa {time}',
}
