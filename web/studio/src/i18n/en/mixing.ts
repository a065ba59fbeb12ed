/** Sentences of apps that are made of several sources: their list before the app is made, and after. */
export const mixing = {
  'mix.sources': 'Sources of one app',
  'mix.order': 'One app is made of these, in this order. Every answer leads to its own source.',
  'mix.file': 'File, {size}',
  'mix.link': 'Web page: fetched once and kept',
  'mix.topic': 'Topic: looked up ({engines}); the pages that are found are read',
  'mix.youtube': 'Video: what is said in it is still missing',
  'mix.youtube.captions': 'Video, with its captions from {name}',
  'mix.video': 'Video: {count} words, each with its second',
  'mix.transcript': 'Transcript: {count} words; its times stay',
  'mix.text': 'Text: {count} words',
  'mix.captions': 'Choose its captions',
  'mix.up': 'Move up',
  'mix.down': 'Move down',
  'mix.moved': '{name} is now number {place} of {count}.',
} as const
