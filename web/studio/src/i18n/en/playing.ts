/** Sentences of the player of recordings. */
export const playing = {
  'play.title': 'The recording',
  'play.prepare': 'Prepare it for playing',
  'play.why':
    'To be watched here the recording has to be put into a form that browsers play. That takes about {seconds} s of this machine.',
  'play.preparing': 'The recording is being prepared for playing…',
  'play.failed': 'The recording could not be prepared for playing.',
  'play.captions': 'What is said',
  'play.speed': 'Speed',
  'play.parts': 'Parts of the recording',
  'play.keys':
    'Keys: K plays and pauses, J and L go ten seconds back and on, C shows what is said.',
} as const
