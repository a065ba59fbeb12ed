/** What the server says in English, in German: by its stable code and what the sentence names.
 *
 * `code.name` tells a sentence with that detail where one code has several. A code that is missing
 * here is told in English and marked as such. English itself comes from the server.
 */
import { readable } from './formats'

export const toldDe: Readonly<Record<string, string>> = {
  // Documents that are refused.
  empty: 'Diese Datei ist leer. Prüfen Sie, ob sie vollständig kopiert wurde.',
  'too_large.limit.size':
    'Diese Datei hat {size} MB; ein Dokument darf bis zu {limit} MB haben. Teilen Sie es auf und fügen Sie die Teile einzeln hinzu.',
  upload_too_large: 'Ein Dokument darf höchstens {limit} Megabyte haben.',
  upload_interrupted: 'Die Übertragung ist abgebrochen. Senden Sie die Datei noch einmal.',
  upload_refused: 'Der Speicher hat die Datei nicht angenommen. Senden Sie sie noch einmal.',
  wrong_type: `Diese Datei ist {kind}. Praxeo liest ${readable.de}.`,
  encrypted:
    'Diese Datei ist durch ein Passwort geschützt. Speichern Sie eine Kopie ohne Passwort und fügen Sie diese hinzu.',
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
  scanned:
    'Dieses Dokument ist ein Scan: Seine Seiten sind Bilder ohne Text. Lassen Sie eine Texterkennung (OCR) laufen, die viele Scanner und PDF-Programme mitbringen, und fügen Sie das Ergebnis hinzu.',
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
  no_process: 'Das Lesen konnte nicht gestartet werden. Versuchen Sie es gleich noch einmal.',
  too_little_text:
    'In dieser Quelle steht zu wenig fortlaufender Text zum Üben. Fügen Sie eine längere hinzu oder fassen Sie mehrere Stücke in einer Datei zusammen.',
  nothing_to_practise:
    'Aus dieser Quelle ließ sich nichts Brauchbares zum Üben gewinnen. Versuchen Sie es mit einer anderen.',

  // Why an app could not be made.
  cancelled: 'Sie haben das angehalten. Es lässt sich jederzeit noch einmal versuchen.',
  check_failed: 'Die App hat ihre Prüfung nicht bestanden. Unter „Nachweis“ steht, woran es liegt.',
  check_not_run: 'Die App wurde noch nicht in einem Browser geprüft.',
  no_app_yet: 'Von diesem Beispiel gibt es noch keine App.',
  interrupted:
    'Die Arbeit wurde mehrmals unterbrochen und aufgegeben. Versuchen Sie es noch einmal.',
  unexpected_error: 'In Praxeo ist etwas schiefgegangen; Näheres steht in seinem Protokoll.',
  input_not_found: 'Die Quelle dieses Beispiels wurde gelöscht.',
  input_not_ready: 'Die Quelle wird noch gelesen.',
  evidence_missing: 'Der Plan nennt Stellen, die es in der Quelle nicht gibt.',
  spec_unusable:
    'Das Modell hat keinen brauchbaren Plan geschrieben. Versuchen Sie es noch einmal.',
  code_unusable: 'Das Modell hat keine brauchbare App geschrieben. Versuchen Sie es noch einmal.',
  change_unusable:
    'Die Änderungen des Modells passten nicht zur App. Sagen Sie es mit anderen Worten.',
  words_missing: 'Sagen Sie in Worten, was geändert werden soll.',
  answer_too_long: 'Die Antwort des Modells nahm kein Ende. Verlangen Sie weniger auf einmal.',
  answer_unreadable: 'Die Antwort des Modells war nicht zu lesen. Versuchen Sie es noch einmal.',
  cap_reached:
    'Der nächste Aufruf eines Modells könnte Ihre Obergrenze überschreiten. Erhöhen Sie sie in den Einstellungen oder machen Sie ohne Modell weiter.',
  no_model: 'Hier ist kein Modell eingerichtet. Wählen Sie den Offline-Autor.',
  model_blocked: 'Kein eingerichtetes Modell will über diese Quelle schreiben.',
  model_busy: 'Das Modell ist gerade ausgelastet. Versuchen Sie es in einer Weile noch einmal.',
  model_cut: 'Die Verbindung zum Modell ist abgebrochen.',
  model_key_refused: 'Der Schlüssel für das Modell wurde abgelehnt.',
  model_malformed: 'Die Antwort des Modells war nicht zu lesen.',
  model_request_refused: 'Das Modell nimmt diese Anfrage nicht an.',
  model_retired: 'Dieses Modell gibt es beim Anbieter nicht mehr.',
  model_timeout: 'Das Modell hat nicht rechtzeitig geantwortet.',
  model_unreachable: 'Das Modell ist nicht zu erreichen.',

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
  nested_too_deep:
    'Die Seite verschachtelt mehr als {limit} Elemente; tiefer liegender Text wurde nicht gelesen.',
  scanned_page: 'Seite {page} ist ein Bild ohne Text, etwa ein Scan; von ihr wurde nichts gelesen.',
  figure_text_left_out:
    'Seite {page} hat Abbildungen mit {labels} Beschriftungen, die weggelassen wurden.',
  source_left_out:
    'Die Quelle ist für das Modell zu lang; ein Teil wurde ihm nicht gegeben. Machen Sie aus jedem Teil ein eigenes Beispiel.',
  claims_unsupported: 'Zu einigen Aussagen fand sich in der Quelle kein Beleg.',
  practice_limited:
    'Die Quelle gibt {all} Übungen her. Eine App fasst {limit}; die vollsten Abschnitte wurden darum um {left_out} gekürzt. Machen Sie aus jedem Teil der Quelle ein eigenes Beispiel, um alle zu haben.',
  little_practice:
    'Diese {words} Wörter ergaben {exercises} Übungen: Der Offline-Autor fragt nur, was einzelne Sätze klar sagen. Ein Modell oder eine Quelle, die ihre Begriffe erklärt, gibt mehr her.',
  answer_left_out: 'Teile der Antwort des Modells verletzten eine Regel und wurden weggelassen.',
  fell_back: 'Kein Modell war zu haben; der Offline-Autor hat das geschrieben.',

  // What a check found.
  not_ready: 'Die App ist nicht gestartet.',
  no_state: 'Die App sagt nicht, in welchem Zustand sie ist.',
  no_heading: 'Einer Ansicht fehlt die Überschrift: {where} {detail}',
  section_unreachable: 'Zu {where} führt kein Weg.',
  activity_missing: 'Die Aktivität {where} wird nicht gezeigt.',
  activity_differs: 'Die Aktivität {where} ist nicht, was der Plan sagt ({detail}).',
  exercise_missing: 'Die Aufgabe {where} wird nicht gezeigt.',
  text_missing: 'In {where} fehlt ein Text: {detail}',
  not_open: 'Die Aufgabe {where} ist am Anfang nicht offen ({detail}).',
  control_missing: 'Ein Bedienelement von {where} fehlt ({detail}).',
  control_unreachable: 'Ein Bedienelement von {where} lässt sich nicht benutzen ({detail}).',
  no_reaction: 'In {where} geschieht nach „{detail}“ nichts.',
  right_answer_refused: 'Die richtige Antwort auf {where} gilt als falsch: {detail}',
  wrong_answer_accepted: 'Eine falsche Antwort auf {where} gilt als richtig: {detail}',
  right_answer_not_told:
    'Nach einer falschen Antwort auf {where} wird die richtige nicht genannt: {detail}',
  answer_given_away: 'Die Antwort auf {where} ist zu sehen, bevor gefragt wird: {detail}',
  options_differ: 'Die Antworten in {where} sind nicht die des Plans: {detail}',
  retry_loses_progress: 'Wer {where} noch einmal versucht, verliert den Fortschritt.',
  state_wrong: 'Der Zustand von {where} ist nach der Antwort falsch ({detail}).',
  state_lost: 'Die Antwort auf {where} ist am Ende vergessen ({detail}).',
  progress_wrong: 'Der Fortschritt wird falsch gezählt: {detail} {where}',
  complete_wrong: 'Ob die App fertig ist, wird bei {detail} falsch gesagt.',
  'evidence_missing.detail.where': 'Der Beleg {detail} zu {where} wird nicht gezeigt.',
  evidence_differs: 'Der Beleg {detail} zu {where} gibt die Quelle nicht wörtlich wieder.',
  scrolls_sideways: 'Bei 320 Pixeln muss {where} seitwärts gescrollt werden ({detail}).',
  accessibility: 'Jemand kann das vielleicht nicht benutzen: {detail} ({where})',
  keyboard_unreachable: 'Die Tabulatortaste erreicht ein Bedienelement von {where} nicht.',
  keyboard_no_effect: 'Mit der Tastatur allein kommt man nicht durch {where}.',
  page_empty: 'Auf der Seite ist so gut wie nichts. {detail}',
  control_unnamed:
    'Das Bedienelement {where} hat keinen Namen, den ein Vorleseprogramm sagen könnte.',
  control_differs: 'Das Bedienelement {where} ist nicht, wie der Plan sagt: {detail}',
  control_dead: 'Wird {where} benutzt, ändert sich nichts.',
  control_unusable: 'Das Bedienelement {where} lässt sich nicht benutzen: {detail}',
  state_illegal: 'Der Zustand ist nicht, wie der Plan sagt: {detail}',
  text_differs: 'Gezeigt wird nicht, was der Zustand sagt: {detail}',
  broken_text: 'Die Seite zeigt einen kaputten Wert: {detail}',
  reset_incomplete: 'Nach dem Zurücksetzen ist die App nicht wie am Anfang: {detail}',
  test_failed: 'Der Test {where} ist gescheitert: {detail}.',
  spec_item_missing: 'Der App fehlt {where}, das im Plan steht.',
  console_message: 'Der Browser meldet einen Fehler in der App: {detail}',
  script_error: 'Das Programm der App ist gescheitert: {detail}',
  outside_request: 'Die App wollte etwas außerhalb von ihr erreichen: {detail}',
  dialog: 'Die App hat ein Fenster geöffnet: {detail}',
  crash: 'Die App hat die Seite des Browsers zum Absturz gebracht: {detail}',
  no_language: 'Die Seite sagt nicht, in welcher Sprache sie ist; Vorleseprogramme brauchen das.',
  no_title: 'Die Seite hat keinen Titel.',
  forbidden_element: 'Die App enthält etwas, das in ihr nicht stehen darf.',
  external_reference: 'Die App verweist auf etwas außerhalb von ihr.',
  broken_markup: 'Das HTML der App ist fehlerhaft.',
  no_browser: 'Hier ist kein Browser, in dem die App geprüft werden könnte.',

  // What the library and the editor are told.
  not_found: 'Das gibt es nicht oder nicht mehr.',
  changed_meanwhile:
    'Das wurde inzwischen geändert. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  record_contended: 'Das wird gerade ständig geändert. Versuchen Sie es gleich noch einmal.',
  being_made: 'Dieses Beispiel entsteht gerade; warten Sie, bis es fertig ist.',
  being_read: 'Dieses Dokument wird gerade gelesen; warten Sie, bis das fertig ist.',
  input_in_use: 'Löschen Sie zuerst die Beispiele, die aus diesem Dokument entstanden sind.',
  job_ended: 'Diese Arbeit ist schon zu Ende.',
  job_not_retryable: 'Nur was ohne Erfolg endete, lässt sich wiederholen.',
  merge_open:
    'Ihre Änderungen trafen an derselben Stelle auf neue; lösen Sie zuerst diese Konflikte.',
  merge_closed: 'Diese Zusammenführung ist schon abgeschlossen.',
  spec_changed: 'Der Plan wurde inzwischen geändert; vergleichen Sie zuerst.',
  code_changed: 'Der Code wurde inzwischen geändert; vergleichen Sie zuerst.',
  code_too_large: 'Dieser Code ist zu lang für eine App.',
  spec_too_large: 'Dieser Plan ist zu lang.',
  empty_title: 'Geben Sie einen Titel oder Namen mit mindestens einem sichtbaren Zeichen an.',
  title_too_long: 'Dieser Titel ist zu lang.',
  too_many_tags: 'Das sind zu viele oder zu lange Schlagwörter.',
  project_not_empty: 'Löschen oder verschieben Sie zuerst, was in diesem Projekt liegt.',
  not_publishable: 'Diese Version kann nicht veröffentlicht werden.',
  nothing_to_roll_back: 'Davor wurde keine Version veröffentlicht.',
  not_checked_yet: 'Dieser Code wurde noch nicht geprüft.',
  line_not_found: 'Diese Zeile hat der Bericht nicht; prüfen Sie die ganze App noch einmal.',
  no_such_page: 'So viele Seiten hat dieses Dokument nicht.',
  no_such_block: 'Diese Stelle hat das Dokument nicht.',
  not_read_yet: 'Dieses Dokument ist noch nicht gelesen.',
  blob_not_found: 'Diese Daten sind nicht mehr gespeichert.',
  blob_damaged: 'Die gespeicherten Daten sind beschädigt. Spielen Sie sie aus einer Sicherung ein.',
  data_folder_unusable: 'Der Datenordner lässt sich nicht benutzen. Wählen Sie mit PRAXEO_DATA_DIR einen eigenen Ordner.',
  library_lost: 'Die Datenbank der Bibliothek fehlt oder ist leer, ihre Dateien sind noch da. Spielen Sie eine Sicherung der Datenbank ein.',
  record_unreadable: 'Ein gespeicherter Eintrag ist beschädigt. `praxeo doctor` nennt ihn.',
  blobs_unavailable: 'Der Datenordner lässt sich nicht benutzen.',
  store_unavailable: 'Die Datenbank antwortet nicht.',
  bad_theme: 'Diese Gestaltung ist nicht möglich.',

  // What a file is that is no document.
  'kind.png': 'ein PNG-Bild',
  'kind.gif': 'ein GIF-Bild',
  'kind.jpeg': 'ein JPEG-Bild',
  'kind.tiff': 'ein TIFF-Bild',
  'kind.bmp': 'ein BMP-Bild',
  'kind.webp': 'ein WebP-Bild',
  'kind.heif': 'ein HEIF- oder AVIF-Bild',
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
  'kind.rtf': 'ein RTF-Dokument',
  'kind.postscript': 'eine PostScript-Datei',
  'kind.doc': 'ein Word-Dokument im Format von vor 2007',
  'kind.xls': 'eine Excel-Mappe im Format von vor 2007',
  'kind.ppt': 'eine PowerPoint-Datei im Format von vor 2007',
  'kind.outlook': 'eine Outlook-Nachricht',
  'kind.xlsb': 'eine binäre Excel-Mappe',
  'kind.odf': 'eine OpenDocument-Datei ohne Text',
  'kind.ooxml': 'eine Office-Datei ohne Text',
  'kind.json': 'eine JSON-Datei',
  'kind.xml': 'eine XML-Datei',
  'kind.eml': 'eine E-Mail',
  'kind.ics': 'eine Kalenderdatei',
  'kind.vcf': 'eine Visitenkarte',
  'kind.eicar': 'die EICAR-Testdatei für Virenscanner',
  'kind.binary': 'eine Datei unbekannter Art',

  // What few people ever meet.
  already_confirmed: 'Dieses Dokument hat seinen Inhalt schon.',
  body_too_large: 'Das ist mehr, als auf einmal angenommen wird. Kürzen oder teilen Sie es.',
  claim_lost: 'Dasselbe wird gerade schon von jemandem angefragt. Warten Sie darauf.',
  embed_not_found: 'Unter dieser Adresse gibt es keine Lern-App.',
  exists_already: 'Das gibt es schon.',
  head_too_large:
    'Diese Anfrage trägt mehr mit sich, als angenommen wird. Löschen Sie die Cookies dieser Adresse.',
  invalid_request: 'Diese Anfrage passt nicht zu ihrer Beschreibung.',
  request_too_slow: 'Der Rest der Anfrage kam nicht rechtzeitig an. Versuchen Sie es noch einmal.',
  too_many_connections:
    'Gerade sind zu viele Verbindungen offen. Versuchen Sie es gleich noch einmal.',
  not_allowed:
    'Das dürfen Sie hier nicht; bitten Sie die Person, der das Konto gehört, um das Recht dazu.',
  foreign_page: 'Seiten von anderswo dürfen hier nichts ändern.',
  front_end_not_built: 'Die Oberfläche ist noch nicht gebaut. Führen Sie „make setup“ aus.',
  library_newer:
    'Das wurde von einer neueren Praxeo-Version geschrieben. Starten Sie wieder diese.',
  library_not_migrated:
    'Das wurde von einer alten Praxeo-Version geschrieben. Führen Sie „praxeo migrate“ der Version davor aus.',
  model_missing: 'Für Gemini fehlt das Paket google-genai. Installieren Sie es mit „make gemini“.',
  no_content: 'Dieses Dokument hat keinen Inhalt. Senden Sie die Datei noch einmal.',
  no_cover: 'Von diesem Beispiel gibt es noch kein Bild.',
  no_diagnosis: 'An diesem Beispiel ist keine Reparatur gescheitert.',
  no_pages: 'Nur ein PDF hat Seiten, die als Bild gezeigt werden können.',
  no_quote: 'Kein Modell wird gefragt, also kostet es nichts.',
  no_screenshot: 'Dieses Bild gibt es nicht.',
  queue_unavailable: 'Die Warteschlange antwortet nicht. Versuchen Sie es gleich noch einmal.',
  record_too_large: 'Das ist mehr, als ein Eintrag fassen kann. Kürzen Sie es.',
  resolutions_missing: 'Sagen Sie für jeden Konflikt, was dort stehen soll.',
  save_too_large: 'Das ist mehr, als auf einmal gespeichert werden kann.',
  secret_missing:
    'Ein Schlüssel fehlt in der Ablage für Geheimnisse. Fragen Sie, wer Praxeo betreibt.',
  spec_is_bespoke:
    'Dieser Plan beschreibt eine App, die als Ganzes geschrieben ist. Ändern Sie ihren Code, oder lassen Sie sie von einem Modell neu schreiben.',
  store_contended:
    'Das wird gerade von vielen zugleich geändert. Versuchen Sie es gleich noch einmal.',
  store_damaged: 'Die Datenbank ist nicht lesbar. Spielen Sie eine Sicherung ein.',
  work_under_way: 'Hier entsteht gerade noch etwas. Versuchen Sie es danach noch einmal.',
  wrong_host: 'Dieser Server antwortet unter diesem Namen nicht.',
}
