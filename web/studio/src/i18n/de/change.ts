/** Sentences of changes that are asked for in words, in German. */
import type { change as english } from '../en/change'

export const change: Record<keyof typeof english, string> = {
  'change.title': 'Etwas ändern',
  'change.lead':
    'Sagen Sie in eigenen Worten, was anders sein soll. Ein Modell ändert es, die App wird neu erprobt, und nur was besteht, wird gültig.',
  'change.words': 'Was soll anders sein?',
  'change.words.hint': 'Etwa: Nenne diesen Knopf „Loslassen“.',
  'change.pick': 'Element auswählen',
  'change.pick.stop': 'Auswahl beenden',
  'change.picking':
    'Klicken Sie in der Vorschau auf das, was Sie meinen. Mit der Tastatur: Tab oder Pfeiltasten gehen durch die App, Enter wählt, Escape bricht ab.',
  'change.pointed': 'Gezeigt wird auf {what}',
  'change.silent':
    'Die Vorschau hat nicht geantwortet. Warten Sie, bis sie zu sehen ist, und versuchen Sie es dann noch einmal.',
  'change.element': 'Zu diesem Element',
  'change.element.remove': 'Nicht zu diesem Element',
  'change.element.where': 'Wo es steht',
  'change.element.code': 'Sein Code',
  'change.quote':
    'Etwa {likely}, höchstens {high}; ein Lauf darf {cap} kosten, {left} sind noch frei. Rund {seconds} Sekunden.',
  'change.quote.free': 'Dieses Modell kostet nichts. Rund {seconds} Sekunden.',
  'change.send': 'Diese Änderung verlangen',
  'change.sending': 'Wird gesendet …',
  'change.draft':
    'Sie haben einen ungesicherten Entwurf. Er bleibt erhalten, geändert wird aber die gesicherte App.',
  'change.merge': 'Entscheiden Sie zuerst oben, wo Ihre Änderungen auf neue trafen.',
  'change.busy':
    'Die App wird gerade gebaut. Sobald das getan ist, können Sie wieder etwas verlangen.',
  'change.history': 'Was Sie verlangt haben',
  'change.history.none': 'Bisher nichts.',
  'change.outcome.pending': 'in Arbeit',
  'change.outcome.changed': 'geändert',
  'change.outcome.unchanged': 'unverändert',
  'change.outcome.failed': 'gescheitert',
  'change.because.unchanged': 'Unverändert, weil:',
  'change.because.failed': 'Gescheitert, weil:',
  'change.because.check': 'Gescheitert, weil die geänderte App ihre Prüfung nicht bestand:',
  'change.kept': 'Ihre App ist, wie sie war. Was versucht wurde, bleibt im Verlauf.',
  'change.cancelled': 'Sie haben das angehalten.',
  'change.lines.spec': 'Zeilen der Spec: {added} hinzugefügt, {removed} entfernt.',
  'change.lines.code': 'Zeilen des Codes: {added} hinzugefügt, {removed} entfernt.',
  'change.spec.too': 'Die Spec wurde mit ihm geändert.',
  'change.unsaid': 'Ihre Quelle sagt nicht alles davon; die App kennzeichnet, was sie nicht sagt.',
  'change.diff': 'Zeigen, was sich geändert hat',
  'change.diff.hide': 'Unterschiede ausblenden',
  'change.diff.tried': 'Zeigen, was versucht wurde',
  'change.before': 'Vorher',
  'change.after': 'Nachher',
  'change.undo': 'Diese Änderung zurücknehmen',
  'change.undone': 'Zurückgenommen: Die Fassung davor wird wieder gebaut.',
  'change.again': 'Noch einmal verlangen',
  'change.working': 'Ein Modell ist an der Arbeit. Sie können die App weiter ansehen.',
}
