/** Sentences of the first page, its samples, and who is to write, in German. */
import { readable } from '../formats'
import type { start as english } from '../en/start'

export const start: Record<keyof typeof english, string> = {
  'start.title': 'Machen Sie aus Gelesenem etwas zum Üben',
  'start.lead':
    'Geben Sie Praxeo ein Dokument, eine Seite, ein Video mit Untertiteln oder ein Thema. Es schreibt die Übungen, lässt die App laufen, um zu beweisen, dass sie funktioniert, und zeigt, woher jede Antwort stammt.',
  'start.drop': 'Dokument hierher ziehen, Text einfügen oder eine Datei wählen',
  'start.input': 'Dokument, Link oder Text',
  'start.placeholder': 'Text oder Transkript einfügen oder Dateien irgendwo auf diese Seite ziehen',
  'start.placeholder.more': 'Noch ein Link, Thema oder Text, wenn Sie möchten',
  'start.list': 'Weitere Quelle hinzufügen',
  'start.list.more': 'Auf die Liste setzen',
  'start.become': 'Was aus den Dateien wird',
  'start.become.each': 'Je eine App',
  'start.become.one': 'Eine App aus allen',
  'start.choose': 'Dateien wählen',
  'start.make': 'App erstellen',
  'start.formats': `${readable.de} und Aufnahmen mit ihren Untertiteln.`,
  'start.private': 'Nichts verlässt diesen Rechner.',
  'start.recognised.file': 'Datei: {name} ({size})',
  'start.recognised.files': '{count} Dateien: je eine App',
  'start.recognised.text': 'Text: {count} Wörter',
  'start.recognised.short':
    'Erst {count} Wörter: Schreiben oder fügen Sie mindestens {minimum} ein, damit eine App entstehen kann.',
  'start.recognised.short.one':
    'Erst {count} Wort: Schreiben oder fügen Sie mindestens {minimum} ein, damit eine App entstehen kann.',
  'start.recognised.youtube': 'Ein YouTube-Video.',
  'start.recognised.link': 'Eine Webadresse.',
  'start.recognised.video': 'Ein YouTube-Video mit Transkript: {count} Wörter',
  'start.youtube.captions':
    'Praxeo hört Videos nicht an, liest aber, was gesagt wird: Wählen Sie bei YouTube „Transkript anzeigen“, kopieren Sie es und fügen Sie es unter dem Link ein. Jede Antwort führt dann zu ihrer Sekunde.',
  'start.link.fetched':
    'Praxeo holt diese Seite einmal, mit ihren Bildern, und behält sie, wie sie jetzt ist. Die Website erfährt, dass sie abgerufen wurde.',
  'start.remove': 'Entfernen',
  'start.samples': 'Spielen Sie eine fertige',
  'start.samples.lead':
    'Aus den mitgelieferten Dokumenten erstellt und geprüft, bevor sie zu Ihnen kamen. Sie öffnen sich sofort.',
  'start.recent': 'Zuletzt erstellt',
  'start.title.label': 'Titel (freiwillig)',
  'start.text.name': 'Eingefügter Text',
  'uploads.sending': 'Datei {number} von {count} wird gesendet',
  'uploads.open':
    '{count} Dateien sind ausgewählt und noch nicht gesendet. Wer die Seite verlässt, muss sie neu auswählen.',
  'uploads.open.one':
    '1 Datei ist ausgewählt und noch nicht gesendet. Wer die Seite verlässt, muss sie neu auswählen.',
  'uploads.show': 'Dateien zeigen',
  'uploads.go.on': 'Damit fortfahren',
  'uploads.here': 'Schon da',
  'uploads.pause': 'Anhalten',
  'uploads.resume': 'Fortsetzen',
  'uploads.again': 'Noch einmal machen',
  'start.files': 'Ihre Dateien',
  'start.captions': 'mit {name}',
  'start.captions.none':
    'Wählen Sie auch die Untertitel (.vtt oder .srt): Aus ihnen wird gelesen, was gesagt wird.',
  'start.sending': '{name} wird gesendet',
  'start.pending': 'Wird gesendet …',
  'start.more': 'Weitere Dateien',
  'start.file.empty': 'Diese Datei ist leer. Prüfen Sie, ob sie vollständig kopiert wurde.',
  'start.file.large':
    'Diese Datei hat {size}; ein Dokument darf höchstens {limit} haben. Teilen Sie es und fügen Sie jeden Teil hinzu.',
  'start.recognised.transcript':
    'Ein Transkript: {count} Wörter. Seine Zeiten bleiben bei jeder Frage.',
  'start.recognised.topic': 'Das sieht nach einem Thema aus.',
  'start.topic.library': 'was hier schon gelesen wurde',
  'start.topic.own':
    'Praxeo sucht in den Quellen, die hier schon gelesen wurden, und fragt sonst niemanden. Geben Sie einen Link oder eine Datei an, wenn keine davon handelt.',
  'start.topic.fetched':
    'Praxeo schlägt es nach ({engines}) und liest die Seiten, die sich finden; jede bleibt ihre eigene Quelle. Suchmaschine und Websites erfahren, dass sie gefragt wurden.',
  'start.topic.later':
    'Hier ist keine Suchmaschine eingerichtet; Praxeo lehrt nur, was in einer Quelle steht. Fügen Sie einen Artikel, Notizen oder ein Transkript dazu ein, oder ziehen Sie ein Dokument hierher.',
  'start.youtube.none': 'YouTube kennt kein solches Video, das man sehen darf.',
  'start.own': 'Als Nächstes Ihre',
  'start.own.lead': 'Text einfügen oder ein Dokument hierher ziehen.',
  'start.recent.empty': 'Noch nichts da. Was Sie erstellen, erscheint hier und in der Bibliothek.',
  'gallery.exercises': '{count} Übungen',
  'gallery.exercises.one': '{count} Übung',
  'gallery.proven': 'Geprüft: {answers} Antworten gegeben und bewertet in {browser}.',
  'gallery.unproven': 'Noch nicht im Browser ausgeführt, deshalb heißt diese App ungeprüft.',
  'gallery.source': 'Erstellt aus {name} ({count} Wörter)',
  'gallery.mine': 'In meine Bibliothek',
  'author.small.compiled':
    'Das ist ein kleines Modell ({billions} Milliarden Parameter). Es wird Abschnitt für Abschnitt gefragt und schreibt Begriffe, Karten und Fragen, sonst nichts.',
  'author.small.bespoke':
    'Das ist ein kleines Modell ({billions} Milliarden Parameter). Eine ganze App übersteigt es meist: Lassen Sie es den Inhalt schreiben, oder wählen Sie ein größeres.',
  'author.quote': 'Was es brauchen wird',
  'author.quote.money': 'Geld',
  'author.quote.tokens': 'Token',
  'author.quote.time': 'Zeit',
  'author.quote.range': 'etwa {likely}; {low} bis {high}',
  'author.quote.none': 'keines: Dieses Modell ist kostenlos',
  'author.quote.cap': 'Nie mehr als {cap} für einen Lauf; von Ihren Grenzen sind {left} frei.',
  'author.quote.basis': 'Nach {count} bisher bezahlten Aufrufen.',
  'author.quote.guess': 'Grob geschätzt: Es gibt noch keinen Verlauf.',
  'author.quote.file': 'Das Dokument muss erst gelesen werden, damit seine Wörter gezählt sind.',
  'author.quote.read': 'Lesen und den Voranschlag zeigen',
  'author.quote.reading': 'Wird gelesen …',
  'author.quote.words': '{count} Wörter',
  'author.quote.files':
    'Wählen Sie ein einzelnes Dokument für seinen Voranschlag. Bei mehreren gilt für jedes die Grenze eines Laufs.',
  'author.caps': 'Grenzen ändern',
}
