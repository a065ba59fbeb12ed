/** Sentences of sources that may have changed since they were read, in German. */
import type { visits as english } from '../en/visits'

export const visits: Record<keyof typeof english, string> = {
  'visit.title': 'Sind die Quellen noch, wie sie waren?',
  'visit.look': 'Noch einmal nachsehen',
  'visit.looking': 'Wird nachgesehen …',
  'visit.state.never': 'Seit sie gelesen wurden, hat niemand nachgesehen.',
  'visit.state.same': 'Noch so, wie sie gelesen wurden ({date}).',
  'visit.state.settled': 'Am {date} nachgesehen und entschieden.',
  'visit.state.changed': 'Etwas hat sich geändert ({date}).',
  'visit.state.gone': 'Eine Quelle ist nicht mehr da ({date}).',
  'visit.state.unreachable': 'Eine Quelle war nicht zu erreichen ({date}).',
  'visit.source.changed': 'sagt an manchen Stellen etwas anderes.',
  'visit.source.gone': 'ist nicht mehr da. Die App bleibt bei dem, was gelesen wurde.',
  'visit.source.unreachable': 'war nicht zu erreichen; sehen Sie später noch einmal nach.',
  'visit.elsewhere': '{count} Sätze haben sich geändert. Keine Aufgabe der App beruht darauf.',
  'visit.elsewhere.one': 'Ein Satz hat sich geändert. Keine Aufgabe der App beruht darauf.',
  'visit.noted': 'In Ordnung',
  'visit.how':
    'Diese Aufgaben beruhen auf Sätzen, die sich geändert haben. Was angekreuzt ist, sagt dann, was die Quelle jetzt sagt; alles andere bleibt bei der Quelle, wie sie war.',
  'visit.was': 'Die Quelle damals',
  'visit.now': 'Die Quelle jetzt',
  'visit.nothing': 'Etwas Ähnliches steht dort nicht mehr.',
  'visit.item': 'Die Aufgabe, wie sie ist',
  'visit.proposed': 'Die Aufgabe, wie sie würde',
  'visit.out': 'Sie würde herausgenommen.',
  'visit.choose': 'Das übernehmen',
  'visit.choose.out': 'Diese Aufgabe herausnehmen',
  'visit.take': '{count} übernehmen',
  'visit.leave': 'Alles lassen, wie es ist',
  'visit.published':
    'Die App wird neu gemacht und geprüft. Was veröffentlicht ist, bleibt, wie es ist, bis Sie die neue Fassung veröffentlichen.',
}
