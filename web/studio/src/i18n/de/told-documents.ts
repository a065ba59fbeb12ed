/** Sentences of the server in German about documents: why one is refused, what is worth knowing about how it was read. */
import { readable } from '../formats'

export const documents: Readonly<Record<string, string>> = {
  // Documents that are refused.
  empty: 'Diese Datei ist leer. Prüfen Sie, ob sie vollständig kopiert wurde.',
  'too_large.limit.size':
    'Diese Datei hat {size} MB; ein Dokument darf bis zu {limit} MB haben. Teilen Sie es auf und fügen Sie die Teile einzeln hinzu.',
  upload_too_large: 'Diese Datei darf höchstens {limit} Megabyte haben.',
  upload_interrupted: 'Die Übertragung ist abgebrochen. Senden Sie die Datei noch einmal.',
  upload_refused: 'Der Speicher hat die Datei nicht angenommen. Senden Sie sie noch einmal.',
  wrong_type: `Diese Datei ist {kind}. Praxeo liest ${readable.de}.`,
  encrypted:
    'Diese Datei ist durch ein Passwort geschützt. Speichern Sie eine Kopie ohne Passwort und fügen Sie diese hinzu.',
  outlook_message:
    'Diese Datei ist eine Nachricht in Outlooks eigenem Format. Öffnen Sie sie dort, speichern Sie sie als Text, HTML oder .eml und fügen Sie diese Datei hinzu.',
  older_word:
    'Dieses Dokument stammt aus einem Word von vor 1997. Öffnen Sie es in einer Textverarbeitung, speichern Sie es als .docx und fügen Sie diese Datei hinzu.',
  sheet_too_large:
    'Ein Blatt dieser Mappe reicht über mehr Zeilen und Spalten, als gelesen werden können. Löschen Sie, was weit abseits steht, und speichern Sie sie neu, oder speichern Sie sie als .xlsx.',
  encrypted_pdf:
    'Dieses PDF ist durch ein Passwort geschützt. Öffnen Sie es, speichern oder drucken Sie eine Kopie ohne Passwort und fügen Sie diese hinzu.',
  damaged:
    'Diese Datei ist beschädigt oder unvollständig. Öffnen Sie sie in ihrem Programm, speichern Sie sie neu und fügen Sie die neue hinzu.',
  damaged_pdf:
    'Dieses PDF ist beschädigt oder abgeschnitten. Laden Sie es noch einmal herunter oder drucken Sie es in ein neues PDF.',
  damaged_page: 'Diese Seite ist beschädigt und kann nicht gezeigt werden.',
  truncated:
    'Diese Datei ist unvollständig: Ihr Ende fehlt. Laden oder kopieren Sie sie noch einmal.',
  no_text:
    'In diesem Dokument steht kein Text, aus dem man lernen könnte. Fügen Sie eines mit Sätzen hinzu.',
  not_text:
    'Diese Datei ist kein Text in einer bekannten Kodierung. Speichern Sie sie als UTF-8 und versuchen Sie es noch einmal.',
  empty_page:
    'Die Seite zeigt keinen Text. Falls sie ihn mit Skripten aufbaut, speichern Sie sie aus dem Browser und fügen Sie die gespeicherte Datei hinzu.',
  several_texts:
    'Diese ZIP-Datei enthält mehrere Texte ({names}). Packen Sie jeden mit seinen Bildern in eine eigene Datei, oder nennen Sie den, der gelesen werden soll, index oder main.',
  learning_package:
    'Das ist ein Paket mit Übungen für eine Lernplattform, das Praxeo schreibt, aber nicht liest. Fügen Sie das Dokument hinzu, aus dem es entstand, oder exportieren Sie seinen Text aus der Plattform.',
  newer_deck:
    'Dieser Stapel ist in der neueren Form von Anki gepackt. Exportieren Sie ihn dort noch einmal als Notizen in reinem Text (.txt) oder mit Unterstützung älterer Anki-Versionen, und fügen Sie das hinzu.',
  only_attachments:
    'Diese Nachricht hat keinen eigenen Text, nur Anhänge: {names}. Speichern Sie daraus, was zur Lektion gehört, und fügen Sie jede Datei hinzu.',
  encrypted_message:
    'Diese Nachricht ist verschlüsselt. Öffnen Sie sie im Mailprogramm, speichern Sie ihren Text oder drucken Sie sie in ein PDF, und fügen Sie das hinzu.',
  scanned:
    'Das ist ein Scan oder ein Foto: Sein Text wird mit Tesseract gelesen, das hier nicht installiert ist. Installieren Sie es (Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-deu; macOS: brew install tesseract) und fügen Sie das Dokument noch einmal hinzu, oder lassen Sie anderswo eine Texterkennung (OCR) laufen und fügen Sie das Ergebnis hinzu.',
  scanned_ocr_off:
    'Das ist ein Scan oder ein Foto, und die Texterkennung (OCR) ist in den Einstellungen ausgeschaltet. Schalten Sie sie ein und fügen Sie das Dokument noch einmal hinzu.',
  scanned_ocr_not_here:
    'Das ist ein Scan oder ein Foto, und diese Installation hat keine Texterkennung (OCR). Lassen Sie anderswo eine laufen und fügen Sie das Ergebnis hinzu, oder benutzen Sie Praxeo auf einem Rechner mit Tesseract.',
  scanned_unreadable:
    'In diesem Bild ließ sich kein Text erkennen. Nehmen Sie es neu auf: gerade, scharf, gleichmäßig beleuchtet, mit 300 dpi.',
  picture_too_large:
    'Dieses Bild hat mehr als {limit} Millionen Pixel. Speichern Sie es kleiner und fügen Sie das hinzu.',
  no_heic_reader:
    'Fotos in HEIC brauchen das Paket pi-heif, das hier nicht installiert ist: Installieren Sie es (pip install pi-heif), oder speichern Sie das Foto als JPEG und fügen Sie das hinzu.',
  'too_many_pages.limit':
    'Dieses Bild hat mehr als {limit} Seiten. Teilen Sie es auf und fügen Sie die Teile einzeln hinzu.',
  too_many_pages:
    'Dieses PDF hat {pages} Seiten; höchstens {limit} können gelesen werden. Teilen Sie es auf und fügen Sie die Teile einzeln hinzu.',
  text_too_long:
    'Das Dokument enthält mehr Text, als gelesen werden kann. Teilen Sie es auf und fügen Sie die Teile einzeln hinzu.',
  'text_too_long.limit':
    'Das Dokument enthält mehr als {limit} Zeichen Text. Teilen Sie es auf und fügen Sie die Teile einzeln hinzu.',
  part_too_large: 'Ein Teil dieser Datei wird ausgepackt größer als {limit} Byte.',
  zip_bomb:
    'Diese Datei ist gebaut wie eine Dekompressionsbombe und wird nicht ausgepackt. Speichern Sie sie in ihrem Programm neu.',
  pdf_bomb:
    'Dieses PDF ist gebaut, um Leser zu überlasten. Drucken Sie es in ein neues PDF und fügen Sie dieses hinzu.',
  xml_bomb:
    'Diese Datei enthält Ersetzungen, mit denen man Leser überlasten kann. Speichern Sie sie in ihrem Programm neu.',
  too_deep: 'Diese Datei ist zu tief verschachtelt. Speichern Sie sie in ihrem Programm neu.',
  too_complex:
    'Das Lesen dieser Datei dauerte zu lange und wurde abgebrochen. Speichern Sie sie neu oder teilen Sie sie auf.',
  parser_crashed:
    'Diese Datei kann nicht gelesen werden; wahrscheinlich ist sie beschädigt. Öffnen Sie sie in ihrem Programm, speichern Sie sie neu und fügen Sie die neue hinzu.',
  reader_missing:
    'Diese Art von Datei kann hier nicht gelesen werden: Die Bibliothek {library} ist nicht installiert. Mit der Datei ist alles in Ordnung; `praxeo doctor` nennt, was fehlt.',
  no_process: 'Das Lesen konnte nicht gestartet werden. Versuchen Sie es gleich noch einmal.',
  too_little_text:
    'In dieser Quelle steht zu wenig fortlaufender Text zum Üben. Fügen Sie eine längere hinzu oder fassen Sie mehrere Stücke in einer Datei zusammen.',
  nothing_to_practise:
    'Aus dieser Quelle ließ sich nichts Brauchbares zum Üben gewinnen. Versuchen Sie es mit einer anderen.',
  // What is worth knowing about how a source was read.
  no_punctuation:
    'Dieses Transkript hat keine Satzzeichen, wie automatische Untertitel; seine Sätze lassen sich nicht trennen. Eines mit Satzzeichen gibt mehr zu üben her.',
  second_reader:
    'Dieses PDF ist ungewöhnlich oder beschädigt; nur sein reiner Text konnte gelesen werden, ohne Layout.',
  damaged_file: 'Dieses PDF ist nicht ganz in Ordnung; ein Teil seines Textes kann fehlen.',
  cut_off: 'Nur die ersten {limit} gefüllten Zellen wurden gelesen.',
  hidden_text_removed: 'Im Dokument verborgener Text wurde weggelassen.',
  'hidden_text_removed.sheet': 'Das verborgene Blatt „{sheet}“ wurde weggelassen.',
  'hidden_text_removed.characters':
    '{characters} Zeichen Text, den die Seite vor Lesern verbirgt, wurden weggelassen.',
  'hidden_text_removed.page.words':
    'Auf Seite {page} stehen {words} Wörter, die niemand sehen kann; sie wurden weggelassen.',
  struck_text_left_out: '{characters} durchgestrichene Zeichen wurden weggelassen.',
  'pictures_left_out.damaged': '{damaged} Bilder sind beschädigt und fehlen.',
  'pictures_left_out.unknown_kind':
    '{unknown_kind} Bilder sind von einer Art, die sich nicht zeigen lässt (etwa EMF oder WMF), und fehlen.',
  'pictures_left_out.too_many_pixels':
    '{too_many_pixels} Bilder sind zu groß, um sicher geöffnet zu werden, und fehlen.',
  'pictures_left_out.too_many':
    '{too_many} Bilder fehlen: Ein Dokument darf höchstens 300 und zusammen 16 MB haben.',
  'pictures_left_out.not_cut':
    '{not_cut} Bilder fehlen: Sie aus ihren Seiten zu schneiden dauerte zu lange, oder es sind zu viele.',
  'pictures_left_out.missing':
    '{missing} Bilder nennt das Dokument, sie sind aber nicht in der Datei.',
  error_page:
    'Diese Seite enthält statt ihres Textes eine Meldung: „{says}“. Öffnen Sie sie im Browser, bis der Text da ist, speichern Sie sie und fügen Sie die gespeicherte Datei hinzu.',
  attachments_left_out:
    'Anhänge wurden nicht gelesen: {names}. Speichern Sie daraus, was zur Lektion gehört, und fügen Sie jede Datei hinzu.',
  media_not_in_file:
    'Bilder und Aufnahmen der Karten liegen nicht in dieser Datei; die Karten wurden ohne sie gelesen: {names}.',
  media_of_cards:
    'Bilder und Aufnahmen der Karten wurden weggelassen; die Karten wurden ohne sie gelesen: {names}.',
  feedback_left_out:
    'Was die Fragensammlung nach einer Antwort sagt, wurde weggelassen ({texts} Texte).',
  cards_left_out: '{cards} Karten, auf denen eine Seite keinen Text hat, wurden weggelassen.',
  included_files_missing:
    'Der Text bindet andere Dateien ein, die nicht in ihm stehen und darum fehlen: {names}. Fügen Sie jede hinzu, oder exportieren Sie das Ganze als eine Datei.',
  markup_not_understood:
    'An {count} Stellen waren die Auszeichnungen des Textes nicht zu verstehen; sehen Sie dort nach, ob alles gelesen wurde.',
  comments_left_out: '{count} Anmerkungen von Prüfern wurden weggelassen.',
  part_not_read: 'Ein Teil des Dokuments ({part}) konnte nicht gelesen werden und fehlt.',
  chapters_missing: '{missing} von {chapters} Kapiteln fehlen in dieser Datei.',
  characters_unreadable:
    '{count} Zeichen konnten nicht gelesen werden: Die Datei hat nicht die Kodierung, die sie angibt oder zu haben scheint.',
  formulas_not_read:
    '{count} eingebettete Formeln oder andere Objekte konnten nicht gelesen werden und fehlen. Öffnen Sie das Dokument in seinem Programm, speichern Sie es neu und fügen Sie die neue Datei hinzu.',
  formulas_not_calculated:
    '{cells} Zellen enthalten Formeln ohne gespeichertes Ergebnis; gezeigt werden die Formeln. Öffne die Mappe in ihrem Programm und speichere sie neu, um die Ergebnisse zu haben.',
  'formulas_not_calculated.left_out':
    '{left_out} Zellen enthalten Formeln ohne gespeichertes Ergebnis; sie wurden weggelassen. Öffnen Sie die Mappe in ihrem Programm und speichern Sie sie neu, um die Ergebnisse zu haben.',
  'hidden_text_removed.slide': 'Die verborgene Folie {slide} wurde weggelassen.',
  'hidden_text_removed.section': 'Der verborgene Bereich „{section}“ wurde weggelassen.',
  'hidden_text_removed.rows': '{rows} Zeilen mit verborgenen Zellen wurden weggelassen.',
  speaker_notes_left_out:
    'Die Notizen zum Vortrag wurden weggelassen. Sie lassen sich als Teil der Quelle wählen.',
  private_left_out: '{count} private Anmerkungen des Verfassers wurden weggelassen.',
  embedded_left_out:
    '{count} eingebettete Dateien oder Seiten ({names}) wurden nicht gelesen. Fügen Sie, was gelernt werden soll, als eigenes Dokument hinzu.',
  form_not_read:
    'Dieses PDF enthält ein Formular in Adobes eigener Form (XFA); was darin eingetragen wurde, kann fehlen. Drucken Sie es in ein neues PDF und fügen Sie dieses hinzu.',
  outputs_cut: 'Von langen Ausgaben wurden nur die ersten {limit} Zeichen gelesen.',
  text_lost: '{count} Wörter des Dokuments konnten nicht gelesen werden, etwa {words}.',
  nested_too_deep:
    'Die Seite verschachtelt mehr als {limit} Elemente; tiefer liegender Text wurde nicht gelesen.',
  scanned_page: 'Seite {page} ist ein Bild ohne Text, etwa ein Scan; von ihr wurde nichts gelesen.',
  ocr_read:
    'Was auf Seite {pages} steht, hat {engine} ({language}) erkannt, zu {confidence} % sicher. Formeln, Bilder und die Linien von Tabellen werden nicht erkannt.',
  ocr_doubtful:
    '{count} Stellen wurden mit weniger als {limit} % Sicherheit erkannt. Sie sind als zweifelhaft gekennzeichnet; vergleichen Sie sie mit der Seite.',
  ocr_unreadable:
    'Seite {page} ist ein Bild, in dem sich kein Text erkennen ließ; von ihr wurde nichts gelesen.',
  ocr_ink_left:
    'Auf Seite {page} wurde dort kein Text erkannt, wo {share} % von ihr Farbe tragen: ein Bild, eine Zeichnung oder zu blasse oder abgenutzte Schrift. Vergleichen Sie es mit der Seite.',
  ocr_gave_up:
    'Seite {page} zu erkennen brauchte zu viel Zeit oder Speicher und wurde abgebrochen; von ihr wurde nichts gelesen.',
  ocr_language_missing:
    'Der erkannte Text scheint in der Sprache „{language}“ zu sein, die Tesseract hier nicht hat; Buchstaben können falsch sein. Installieren Sie {package} und fügen Sie das Dokument noch einmal hinzu.',
  ocr_pages_left_out:
    'Nur die ersten {limit} Seiten ohne Text wurden erkannt; {count} weitere wurden nicht gelesen. Teilen Sie das Dokument auf und fügen Sie die Teile einzeln hinzu.',
  ocr_not_installed:
    'Seiten ohne Text werden mit Tesseract gelesen, das hier nicht installiert ist. Installieren Sie es (Debian, Ubuntu: apt install tesseract-ocr tesseract-ocr-deu; macOS: brew install tesseract) und fügen Sie das Dokument noch einmal hinzu.',
  ocr_off:
    'Seiten ohne Text wurden nicht gelesen: Die Texterkennung (OCR) ist in den Einstellungen ausgeschaltet.',
  ocr_not_here:
    'Seiten ohne Text wurden nicht gelesen: Diese Installation hat keine Texterkennung (OCR). Lassen Sie anderswo eine über das Dokument laufen und fügen Sie das Ergebnis hinzu.',
  figure_text_left_out:
    'Seite {page} hat Abbildungen mit {labels} Beschriftungen, die weggelassen wurden.',
  source_left_out:
    'Die Quelle ist für das Modell zu lang; ein Teil wurde ihm nicht gegeben. Machen Sie aus jedem Teil ein eigenes Beispiel.',
  claims_unsupported: 'Zu einigen Aussagen fand sich in der Quelle kein Beleg.',
  practice_limited:
    'Die Quelle gibt {all} Übungen her. Eine App fasst {limit}; die vollsten Abschnitte wurden darum um {left_out} gekürzt. Machen Sie aus jedem Teil der Quelle ein eigenes Beispiel, um alle zu haben.',
  little_practice:
    'Übungen aus diesen {words} Wörtern: {exercises}. Der Offline-Autor fragt nur, was eine Quelle selbst hervorhebt, etwa Begriffe, Listen, Daten und eigene Fragen. Ein Modell fände mehr darin.',
  answer_left_out: 'Teile der Antwort des Modells verletzten eine Regel und wurden weggelassen.',
  fell_back: 'Kein Modell war zu haben; der Offline-Autor hat das geschrieben.',
  // What a file is that is no document.
  'kind.gif': 'ein GIF-Bild',
  'kind.bmp': 'ein BMP-Bild',
  'kind.svg': 'ein SVG-Bild',
  'kind.psd': 'ein Photoshop-Bild',
  'kind.djvu': 'ein DjVu-Scan',
  'kind.zip': 'ein ZIP-Archiv',
  'kind.gzip': 'ein gzip-Archiv',
  'kind.7z': 'ein 7-Zip-Archiv',
  'kind.rar': 'ein RAR-Archiv',
  'kind.tar': 'ein tar-Archiv',
  'kind.iso': 'ein Datenträgerabbild',
  'kind.jar': 'ein Java-Archiv',
  'kind.apk': 'ein Android-Paket',
  'kind.mp3': 'eine MP3-Tondatei',
  'kind.wav': 'eine WAV-Tondatei',
  'kind.flac': 'eine FLAC-Tondatei',
  'kind.ogg': 'eine Ogg-Ton- oder Videodatei',
  'kind.m4a': 'eine MPEG-4-Tondatei',
  'kind.midi': 'eine MIDI-Datei',
  'kind.mp4': 'ein MPEG-4-Video',
  'kind.avi': 'ein AVI-Video',
  'kind.mpeg': 'ein MPEG-Video',
  'kind.webm': 'ein WebM-Video',
  'kind.matroska': 'ein Matroska-Video',
  'kind.exe': 'ein Windows-Programm',
  'kind.elf': 'ein Linux-Programm',
  'kind.macho': 'ein macOS-Programm',
  'kind.sqlite': 'eine SQLite-Datenbank',
  'kind.font': 'eine Schrift',
  'kind.mobi': 'ein Mobipocket- oder Kindle-Buch',
  'kind.postscript': 'eine PostScript-Datei',
  'kind.outlook':
    'eine Outlook-Nachricht (speichern Sie sie als .eml, oder drucken Sie sie in ein PDF)',
  'kind.xlsb': 'eine binäre Excel-Mappe',
  'kind.odf': 'eine OpenDocument-Datei ohne Text',
  'kind.ooxml': 'eine Office-Datei ohne Text',
  'kind.json': 'eine JSON-Datei',
  'kind.xml': 'eine XML-Datei',
  'kind.ics': 'eine Kalenderdatei',
  'kind.sami': 'eine Untertiteldatei in SAMI (speichern Sie sie als WebVTT oder SubRip)',
  'kind.microdvd':
    'eine Untertiteldatei nach Bildern, die keine Sekunden nennt (speichern Sie sie als WebVTT oder SubRip)',
  'kind.vcf': 'eine Visitenkarte',
  'kind.eicar': 'die EICAR-Testdatei für Virenscanner',
  'kind.binary': 'eine Datei unbekannter Art',
}
