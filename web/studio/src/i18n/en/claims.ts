/** What an app claims, and who vouches for it. */
export const claims = {
  'claims.title': 'Whether its source says so',
  'claims.open': '{open} of {count} to compare',
  'claims.settled': 'all {count} vouched for',
  'claims.settled.one': 'vouched for',
  'claims.lead': 'Vouched for by rule: {proven}. Checked by you: {checked}. Your own: {own}.',
  'claims.compare.lead':
    'To be compared: {open}. No rule vouches for these; hold each against its sentence.',
  'claims.all': 'Show all claims',
  'claims.more': 'Show {count} more',
  'claims.edit': 'Open the question',
  'claims.quoted': 'in its source, word for word',
  'claims.restated': 'in its source, in other words',
  'claims.compare': 'in other words: compare',
  'claims.unsupported': 'the rules do not find this in its source',
  'claims.own': 'your own',
  'claims.checked': 'checked by you on {date}',
  'claims.check': 'I have checked this',
  'claims.withdraw': 'Take that back',
  'claims.again': 'You checked this before; it, its sentence or the rules have changed.',
} as const
