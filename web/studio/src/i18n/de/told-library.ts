/** Sentences of the server in German about the library, the editor and everything else. */
export const library: Readonly<Record<string, string>> = {
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
  no_such_picture: 'Dieses Bild gibt es in dieser Quelle nicht.',
  no_such_page: 'So viele Seiten hat dieses Dokument nicht.',
  no_such_block: 'Diese Stelle hat das Dokument nicht.',
  not_read_yet: 'Dieses Dokument ist noch nicht gelesen.',
  blob_not_found: 'Diese Daten sind nicht mehr gespeichert.',
  blob_damaged: 'Die gespeicherten Daten sind beschädigt. Spielen Sie sie aus einer Sicherung ein.',
  data_folder_unusable:
    'Der Datenordner lässt sich nicht benutzen. Wählen Sie mit PRAXEO_DATA_DIR einen eigenen Ordner.',
  imported: 'Die App stammt aus einer anderen Bibliothek und ist hier noch nicht geprüft.',
  nothing_is_kept: 'Praxeo kann gerade nichts speichern. Prüfen Sie den Platz auf der Platte.',
  library_lost:
    'Die Datenbank der Bibliothek fehlt oder ist leer, ihre Dateien sind noch da. Spielen Sie eine Sicherung der Datenbank ein.',
  record_unreadable: 'Ein gespeicherter Eintrag ist beschädigt. `praxeo doctor` nennt ihn.',
  blobs_unavailable: 'Der Datenordner lässt sich nicht benutzen.',
  store_unavailable: 'Die Datenbank antwortet nicht.',
  bad_theme: 'Diese Gestaltung ist nicht möglich.',
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
  no_pages: 'Nur PDFs, Scans und Fotos haben Seiten, die als Bild gezeigt werden können.',
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
