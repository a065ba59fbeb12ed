/** Sentences of the settings, in German. */
import type { settings as english } from '../en/settings'

export const settings: Record<keyof typeof english, string> = {
  'settings.title': 'Einstellungen',
  'settings.appearance': 'Aussehen',
  'settings.theme': 'Farben',
  'settings.theme.system': 'Wie das System',
  'settings.theme.light': 'Hell',
  'settings.theme.dark': 'Dunkel',
  'settings.language': 'Sprache',
  'settings.author': 'Autor',
  'settings.author.offline':
    'Offline-Autor: kein Schlüssel, kein Netz, keine Kosten; entnimmt alles der Quelle.',
  'settings.sources': 'Quellen im Web',
  'settings.sources.lead':
    'Seiten ändern sich. Praxeo kann von selbst nachsehen, ob die, aus denen Apps gemacht wurden, noch sagen, was gelesen wurde; es ändert nichts und sagt es bei der App.',
  'settings.sources.off': 'Nur, wenn ich darum bitte',
  'settings.sources.weekly': 'Jede Woche',
  'settings.sources.monthly': 'Jeden Monat',
  'settings.ocr': 'Texterkennung (OCR)',
  'settings.ocr.lead': 'Liest Scans, Fotos und Seiten von PDFs, die keinen Text enthalten.',
  'settings.ocr.on': 'Text mit {engine} erkennen',
  'settings.ocr.language': 'Sprache von Scans',
  'settings.ocr.automatic': 'Die des Dokuments',
  'settings.ocr.more':
    'Weitere Sprachen sind Pakete wie tesseract-ocr-fra. Die richtige ist wichtig: In einer anderen gehen Buchstaben mit Akzenten verloren.',
  'settings.ocr.none':
    'Hier gibt es keine Texterkennung; Scans und Fotos werden abgelehnt. Installieren Sie Tesseract und starten Sie Praxeo neu.',
  'settings.ocr.how': 'Debian, Ubuntu:',
  'settings.ocr.not-here':
    'Diese Installation hat keine Texterkennung; Scans und Fotos werden abgelehnt. Lassen Sie anderswo eine laufen und fügen Sie das Ergebnis hinzu.',
  'settings.editor': 'Editor',
  'settings.editor.size': 'Schriftgröße',
  'settings.editor.wrap': 'Lange Zeilen umbrechen',
  'settings.embed': 'Neue Einbettungen sind',
  'settings.saved': 'Gespeichert',
  'settings.device': 'Wird auf diesem Gerät behalten.',
  'settings.author.lead': 'Wer Plan und Code neuer Apps schreibt.',
  'settings.author.models': 'Ein Modell, wo es hilft ({names}), sonst der Offline-Autor.',
  'settings.author.how':
    'Diese Installation hat kein Modell. Wer sie betreibt, kann eines hinzufügen durch die Umgebungsvariable',
  'settings.local': 'Ein Modell auf diesem Gerät',
  'settings.local.lead':
    'Gefunden, wo Ollama, llama.cpp, LM Studio oder vLLM neben Praxeo läuft. Es kostet nichts, und was es liest, bleibt auf diesem Gerät. Ein kleines (7 oder 8 Milliarden Parameter) schreibt Lesetext und Übungen, keine eigenen Apps.',
  'settings.local.none': 'Kein solcher Server läuft.',
  'settings.local.no': 'Keines davon',
  'settings.local.gone': 'läuft gerade nicht',
  'settings.local.billions': '{count} Milliarden Parameter',
  'settings.local.look': 'Noch einmal suchen',
  'settings.local.looking': 'Wird gesucht …',
  'settings.critique':
    'Ein Modell jede App ansehen lassen, die es geschrieben hat, bevor sie fertig ist',
  'settings.critique.more':
    'Es sieht, wie sich die App am Rechner und am Telefon öffnet, und behebt, was abgeschnitten, verdeckt oder schlecht lesbar ist. Ein Aufruf mehr; das Modell muss Bilder annehmen.',
  'settings.budget': 'Was Modelle höchstens kosten dürfen, in US-Dollar',
  'settings.budget.run': 'Eine App',
  'settings.budget.day': 'Ein Tag',
  'settings.budget.month': 'Ein Monat',
  'settings.budget.spent': 'bisher {amount} ausgegeben',
  'settings.embed.lead':
    'Womit eine neu veröffentlichte App beginnt. Bereits veröffentlichte bleiben, wie sie sind.',
}
