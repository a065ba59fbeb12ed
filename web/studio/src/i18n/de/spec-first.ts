/** Sätze zu einer Spec, die gelesen wird, bevor ihre App entsteht. */
import type { specFirst as english } from '../en/spec-first'

export const specFirst: Record<keyof typeof english, string> = {
  'first.title': 'Erst die Spec lesen, dann die App machen lassen',
  'first.why':
    'Das wird die App lehren, fragen und woran sie geprüft wird. Ändern Sie, was Sie wollen: Das kostet nichts. Die App entsteht aus dem, was Sie gespeichert haben.',
  'first.price': 'Die App wird etwa {likely} kosten ({low} bis {high}).',
  'first.make': 'App machen',
  'first.again': 'Andere Spec schreiben lassen',
  'first.again.why':
    'Das Modell wird um eine neue Spec gebeten und dafür bezahlt; was Sie geändert haben, wird übernommen.',
  'first.unsaved':
    'Was Sie geändert haben, ist noch nicht gespeichert. Speichern Sie es zuerst, damit die App daraus entsteht.',
}
