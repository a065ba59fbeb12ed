/** Was eine App behauptet, und wer dafür einsteht. */
import type { claims as english } from '../en/claims'

export const claims: Record<keyof typeof english, string> = {
  'claims.title': 'Ob ihre Quelle das sagt',
  'claims.open': '{open} von {count} zu vergleichen',
  'claims.settled': 'alle {count} belegt',
  'claims.settled.one': 'belegt',
  'claims.lead':
    'Durch Regeln belegt: {proven}. Von Ihnen geprüft: {checked}. Ihre eigenen: {own}.',
  'claims.compare.lead':
    'Zu vergleichen: {open}. Für diese steht keine Regel ein; halten Sie jede neben ihren Satz.',
  'claims.all': 'Alle Aussagen zeigen',
  'claims.more': '{count} weitere zeigen',
  'claims.edit': 'Frage öffnen',
  'claims.quoted': 'wörtlich in ihrer Quelle',
  'claims.restated': 'in anderen Worten in ihrer Quelle',
  'claims.compare': 'in anderen Worten: vergleichen',
  'claims.unsupported': 'die Regeln finden dies nicht in der Quelle',
  'claims.own': 'Ihre eigene',
  'claims.checked': 'von Ihnen geprüft am {date}',
  'claims.check': 'Das habe ich geprüft',
  'claims.withdraw': 'Zurücknehmen',
  'claims.again':
    'Das hatten Sie geprüft; seitdem hat es sich, sein Satz oder haben die Regeln sich geändert.',
}
