/** Sentences of a spec that is read before its app is made. */
export const specFirst = {
  'first.title': 'Read the spec, then have the app made',
  'first.why':
    'This is what the app will teach, ask and be tested by. Change what you like: nothing is paid for that. The app is made of it as you saved it.',
  'first.price': 'The app will probably cost {likely} ({low} to {high}).',
  'first.make': 'Make the app',
  'first.again': 'Write another spec',
  'first.again.why':
    'The model is asked, and paid, for a new spec; what you changed is carried over.',
  'first.unsaved':
    'What you changed is not saved yet. Save it first, so that the app is made of it.',
} as const
