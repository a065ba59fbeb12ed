/** Sentences of who is to write, and how: what comes with the choice of an author. */
export const author = {
  'author.title': 'Who writes it',
  'author.offline': 'Offline author',
  'author.offline.why': 'No cost, nothing leaves this machine.',
  'author.model': 'A model: {names}',
  'author.model.why':
    'Your source goes to its provider. Everything it writes is proven all the same.',
  'author.route': 'What it writes',
  'author.route.compiled': 'Reading and practice',
  'author.route.compiled.why': 'It writes the content; Praxeo’s own program plays it.',
  'author.route.bespoke': 'An app of its own',
  'author.route.bespoke.why':
    'It writes the whole app: simulations, instruments, models. Proven by acceptance tests.',
  'author.wish': 'What you wish (if anything)',
  'author.wish.such': 'For twelve-year-olds, as a game, mostly about the second half',
  'author.unsupported': 'Claims for which the source has no support',
  'author.unsupported.mark': 'Keep them, marked as unsupported',
  'author.unsupported.drop': 'Leave them out',
  'author.first': 'Let me read and change the spec before the app is made and paid for',
  'author.fallback': 'If no model answers, let the offline author write it',
  'author.local': 'A model on this machine',
  'author.local.found': 'On this machine there is {name} ({server}).',
  'author.local.why':
    'No cost, and nothing leaves this machine. What it writes is proven all the same.',
  'author.local.use': 'Let it write',
  'author.local.another': 'Let it write another app',
} as const
