/** Sentences of the proof and of what is practised, in German. */
import type { proving as english } from '../en/proving'

export const proving: Record<keyof typeof english, string> = {
  'coverage.title': 'Was von der Quelle geübt wird',
  'coverage.count': '{practised} von {count} Hauptgedanken geübt',
  'coverage.lead':
    'Dass eine App funktioniert, sagt nichts darüber, was sie wert ist. Das sind die Hauptgedanken der Quelle: was sie hervorhebt und wovon sie immer wieder spricht.',
  'coverage.few':
    'Die meisten Hauptgedanken werden hier nur gelesen. Der Offline-Autor fragt nur, was eine Quelle selbst hervorhebt; ein Modell fände mehr, und am Arbeitsplatz lassen sich Fragen ergänzen.',
  'coverage.of': '{practised} von {count} geübt',
  'coverage.only': 'Nur die, die bloß gelesen werden ({count})',
  'coverage.all': 'Jeder Hauptgedanke wird geübt.',
  'coverage.unnamed': 'Ohne Titel',
  'coverage.write': 'Aus diesem Satz eine Frage machen',
  'coverage.by': 'Geübt durch: {items}',
  'coverage.more': 'und {count} weitere',
  'coverage.practised': 'Geübt',
  'coverage.uncertain': 'Nur gelesen: Darüber steht nichts da, was sich sicher abfragen lässt.',
  'coverage.unmarked': 'Nur gelesen: steht im Fließtext, ohne Hervorhebung.',
  'proof.title': 'Wie diese App geprüft wurde',
  'proof.none': 'Diese App wurde noch nicht geprüft.',
  'proof.again': 'Prüfung wiederholen',
  'proof.passed': 'Bestanden',
  'proof.failed': 'Durchgefallen',
  'proof.notrun': 'Nicht ausgeführt',
  'proof.findings': 'Befunde',
  'proof.nothing': 'Nichts zu beanstanden.',
  'proof.screenshot': 'Die App bei {width} Pixel Breite',
  'proof.fact.exercises': 'Übungen',
  'proof.fact.answers': 'Gegebene und bewertete Antworten',
  'proof.fact.keyboard': 'Allein mit der Tastatur gelöst',
  'proof.fact.audits': 'Auf Zugänglichkeit geprüfte Ansichten',
  'proof.fact.sizes': 'Fenstergrößen',
  'proof.fact.browser': 'Browser',
  'proof.fact.seconds': 'Sekunden',
  'proof.fact.when': 'Geprüft',
  'proof.line.file': 'Die App ist eine vollständige Datei und nennt Sprache und Titel.',
  'proof.line.outside': 'Nichts wird von außen geladen.',
  'proof.line.content': 'Übungen des Plans, die in der App sind: alle {exercises}.',
  'proof.line.start': 'Die App startet und zeigt den Weg zu jedem ihrer {sections} Abschnitte.',
  'proof.line.section': '„{section}“ zeigt seinen ganzen Text und alle Übungen.',
  'proof.line.activity':
    'Alle Übungen von „{activity}“ ({exercises}) wurden richtig und falsch beantwortet.',
  'proof.line.evidence':
    'Jedes Zitat hinter einer Antwort wird gezeigt und steht in der Quelle ({quotes}).',
  'proof.line.progress': 'Der Fortschritt wird richtig gezählt, keine Antwort geht verloren.',
  'proof.line.keyboard':
    'Die App lässt sich allein mit der Tastatur bearbeiten: {exercises} von {total} Aufgaben, mindestens eine jeder Art.',
  'proof.line.width':
    'Nichts muss seitwärts gerollt werden, bis hinunter zu {pixels} Pixel Breite.',
  'proof.line.accessibility':
    'In {views} Ansichten, hell und dunkel, fand sich keine ernste Hürde.',
  'proof.line.errors': 'Das Programm der App läuft ohne Fehler.',
  'proof.line.opens': 'Die App öffnet sich und zeigt jeden Wert ihres Plans ({values}).',
  'proof.line.controls':
    'Jedes Bedienelement des Plans ist da, hat einen Namen und bewirkt etwas ({controls}).',
  'proof.line.values':
    'Was auch geschieht: Werte bleiben in ihrem Bereich und werden gezeigt, wie sie sind.',
  'proof.line.reset': 'Nach dem Zurücksetzen ist die App wie am Anfang.',
  'proof.line.keys':
    'Jedes Bedienelement ist allein mit der Tastatur zu erreichen und zu bedienen.',
  'proof.line.test': '„{test}“ hat gehalten, {runs}-mal von frischem Start an.',
  'proof.verdict.passed': 'Bewiesen: Alle {count} Zeilen dieses Berichts gelten.',
  'proof.verdict.failed': 'Nicht bewiesen: {failed} von {count} Zeilen gelten nicht.',
  'proof.verdict.notrun':
    'Noch nicht bewiesen: {open} von {count} Zeilen wurden nicht bis zum Ende ausgeführt.',
  'proof.lead':
    'Jede Zeile wurde in einem echten Browser ausprobiert. Jede lässt sich noch einmal ausprobieren.',
  'proof.line.again': 'Erneut prüfen',
  'proof.line.running': 'Wird geprüft …',
  'proof.line.unknown': 'Zeile {code}',
  'proof.state.passed': 'gilt',
  'proof.state.failed': 'gilt nicht',
  'proof.state.not_run': 'nicht ausgeführt',
  'proof.group.app': 'Die App an sich',
  'proof.group.whole': 'Die App im Gebrauch',
  'proof.group.tests': 'Abnahmetests',
  'proof.group.holds': '{count} Zeilen, alle gelten',
  'proof.group.holds.one': '{count} Zeile, sie gilt',
  'proof.group.some': '{failed} von {count} Zeilen gelten nicht',
  'proof.group.open': '{open} von {count} Zeilen nicht ausgeführt',
  'proof.picture': 'Bild: {what}',
  'proof.picture.fault': 'Bild des Fehlers: {what}',
  'proof.picture.start': 'der Anfang bei {width} Pixeln',
  'proof.old':
    'Dieser Bericht stammt von einer früheren Version und hat keine Zeilen. Wiederholen Sie die Prüfung, um sie zu sehen.',
  'proof.more': 'und {count} weitere Befunde',
  'proof.more.one': 'und {count} weiterer Befund',
}
