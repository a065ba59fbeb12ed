/** Sentences of the frame of every page, in German. */
import type { shell as english } from '../en/shell'

export const shell: Record<keyof typeof english, string> = {
  'app.name': 'Praxeo',
  'app.skip': 'Zum Inhalt springen',
  'nav.start': 'Neu',
  'nav.library': 'Bibliothek',
  'nav.settings': 'Einstellungen',
  'nav.main': 'Hauptmenü',
  'nav.commands': 'Befehle',
  'state.loading': 'Wird geladen …',
  'state.offline':
    'Praxeo antwortet nicht. Ihre Arbeit bleibt hier erhalten, bis es wieder da ist.',
  'example.others': 'Alle Beispiele sind in der Bibliothek',
  'state.back': 'Praxeo ist wieder da.',
  'error.title': 'Das hat nicht geklappt',
  'error.retry': 'Noch einmal versuchen',
  'error.part':
    'Dieser Teil des Studios konnte nicht geladen werden. Was du geschrieben hast, ist aufgehoben.',
  'error.reload': 'Neu laden',
  'error.network':
    'Praxeo antwortet nicht. Prüfen Sie, ob es noch läuft, und versuchen Sie es noch einmal.',
  'error.missing': 'Unter dieser Adresse gibt es nichts. Vielleicht wurde es gelöscht.',
  'keys.desk': 'Am Tisch, wo Fragen bearbeitet werden',
  'keys.library': 'In der Bibliothek',
  'keys.move': 'Nächstes, voriges Beispiel',
  'keys.select': 'Auswählen, mit Umschalt alle',
  'keys.search': 'Suchen',
  'keys.open': 'Öffnen',
  'keys.clear': 'Auswahl aufheben',
  'keys.title': 'Tastenkürzel',
  'keys.palette': 'Alles finden, Befehle ausführen',
  'keys.start': 'Eine neue App erstellen',
  'keys.tabs': 'Zwischen den Reitern einer App',
  'palette.title': 'Befehle',
  'palette.placeholder': 'Befehl oder Titel eines Beispiels eingeben',
  'palette.none': 'Nichts passt.',
  'project.first': 'Meine Bibliothek',
}
