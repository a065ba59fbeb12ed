/** Sentences of the server in German about edits at the desk. */
export const desk: Readonly<Record<string, string>> = {
  bad_candidates:
    'Was für dieses Beispiel gefunden wurde, ist nicht lesbar; lassen Sie noch einmal danach suchen.',
  edits_meet:
    'Dasselbe wurde inzwischen auch anderswo geändert. Sehen Sie die neue Fassung an und ändern Sie es dort.',
  items_left_out:
    'Was im Plan einen Fehler hat, fehlt in der App, bis er behoben ist: {count}, zuerst in Zeile {line}.',
  last_part:
    'Eine App hat mindestens einen Teil; legen Sie einen anderen an, bevor Sie diesen löschen.',
  operation_evidence_unknown:
    'Diese Stelle hat die Quelle nicht; wählen Sie einen Satz von ihr, oder sagen Sie, dass es Ihr eigener ist.',
  operation_field_unknown: 'Dieses Feld hat eine Frage dieser Art nicht; laden Sie die Seite neu.',
  operation_key_unknown:
    'Was hier geändert werden soll, gibt es nicht mehr; laden Sie die Seite neu.',
  operation_kind_unfit:
    'Diese Zeilen sind nicht lesbar. Schreiben Sie die Frage neu, oder löschen Sie sie.',
  operation_name_taken: 'Dieser Name steht hier schon für etwas anderes; nehmen Sie einen anderen.',
  operation_text_missing: 'Ein Titel darf nicht leer sein; schreiben Sie, worum es geht.',
  superseded: 'Es gibt eine neuere Fassung; ihre App entsteht stattdessen.',
  spec_has_no_desk:
    'Dieser Plan beschreibt eine App, die als Ganzes geschrieben ist; bearbeiten Sie ihn als Text.',
}
