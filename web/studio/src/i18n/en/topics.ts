/** Sentences of the plan of a topic. */
export const topics = {
  'topic.plan': 'Plan of the topic',
  'topic.depth': 'How far it is looked into',
  'topic.depth.quick': 'Quickly',
  'topic.depth.thorough': 'Thoroughly',
  'topic.queries': 'What is asked, one question a line',
  'topic.reads': 'Reads {pages} pages at most ({engines}).',
  'topic.free': 'Looking it up costs nothing.',
  'topic.costs': 'Looking it up costs {money} at most.',
  'topic.takes': 'Time: about {time}',
} as const
