/** What is said of recordings, in German, by the codes of the server. */
export const recordings = {
  not_a_recording:
    'Diese Datei ist keine Aufnahme. Praxeo nimmt Aufnahmen als MP4, MOV, WebM, Matroska, AVI, MPEG, MP3, M4A, AAC, Ogg, FLAC und WAV.',
  recording_unreadable:
    'Diese Datei lässt sich nicht als Aufnahme lesen: Sie ist beschädigt, unvollständig oder von einer Art, die nicht angenommen wird. Sehen Sie nach, ob ein Videoprogramm sie abspielt, und speichern Sie sie neu als MP4 (H.264 und AAC).',
  recording_empty:
    'In dieser Datei ist weder ein Bild noch ein Ton. Sehen Sie nach, ob sie ganz gespeichert wurde, und fügen Sie sie noch einmal hinzu.',
  recording_too_complex:
    'Diese Aufnahme braucht mehr Zeit oder Speicher, als eine haben darf. Vielleicht ist sie beschädigt oder soll Programme überlasten. Speichern Sie sie neu als MP4 (H.264 und AAC), oder teilen Sie sie.',
  recording_too_long:
    'Eine Aufnahme darf {limit} Stunden dauern; diese gibt an, länger zu sein. Teilen Sie sie und fügen Sie jeden Teil hinzu.',
  too_many_streams:
    'Diese Aufnahme hat mehr als {limit} Spuren. Speichern Sie sie neu mit einem Bild und einem Ton.',
  frame_too_large:
    'Das Bild dieser Aufnahme hat mehr Punkte als 4096 × 2160. Speichern Sie sie neu mit 1080p oder weniger.',
  media_tool_failed:
    'ffmpeg ist an dieser Aufnahme gescheitert. Geschieht es wieder, so ist die Datei wohl beschädigt: Speichern Sie sie neu in dem Programm, aus dem sie kommt.',
  no_recording: 'Diese App ist aus keiner Aufnahme entstanden, die sie abspielen könnte.',
  recording_not_prepared:
    'Die Aufnahme muss zuerst zum Abspielen vorbereitet werden: Öffnen Sie die Registerkarte Quelle der App und lassen Sie sie dort vorbereiten.',
  film_too_large:
    'Vorbereitet hat die Aufnahme mehr als {limit} Megabyte, zu viele, um mit einer App veröffentlicht zu werden. Teilen Sie sie.',
  film_not_found: 'Diese Aufnahme ist nicht mit der App veröffentlicht.',
  picture_being_encoded:
    'MediaConvert kodiert das Bild. Es geht von selbst weiter, sobald das getan ist.',
  encoder_unavailable: 'MediaConvert antwortet nicht. Versuchen Sie es später noch einmal.',
  no_media_tool:
    'Aufnahmen können hier nicht geöffnet werden: ffmpeg ist nicht installiert. Installieren Sie es, oder setzen Sie PRAXEO_FFMPEG auf seinen Pfad, und versuchen Sie es noch einmal.',
  bad_part: 'Ein Teil hat eine Nummer ab 1 und mindestens ein Byte.',
  part_too_large: 'Ein Teil hat höchstens {limit} Megabyte.',
  parts_missing:
    'Teil {part} von {parts} fehlt oder hat eine andere Größe. Senden Sie ihn, und schließen Sie dann ab.',
  not_looked_at:
    'Diese Aufnahme hat noch niemand geöffnet. Bestätigen Sie sie und warten Sie, bis sie gelesen ist.',
  no_such_file:
    'Diese Aufnahme hat keine solche Datei. Lassen Sie sie zuerst zum Abspielen vorbereiten, oder warten Sie, bis das getan ist.',
  recording_without_words:
    'Was in dieser Aufnahme gesagt wird, hat niemand aufgeschrieben, und sie zeigt keine Folien mit Text; also lässt sich nichts daraus fragen. Fügen Sie Untertitel mit Zeiten, etwa WebVTT oder SubRip, mit ihr hinzu.',
  heard_by_machine:
    'Was gesagt wird, hat ein Sprachmodell aufgeschrieben, das Namen und Fachwörter auch falsch hört. Hören Sie nach, worauf es ankommt, oder fügen Sie Untertitel hinzu, die ein Mensch geschrieben hat.',
  no_speech_recognition:
    "Was in Aufnahmen gesagt wird, lässt sich hier nicht aufschreiben: Das Paket faster-whisper oder sein Modell fehlt. Installieren Sie es (pip install 'praxeo[speech]'), setzen Sie PRAXEO_SPEECH_MODEL auf den Ordner eines Whisper-Modells, oder fügen Sie Untertitel hinzu.",
  speech_recognition_failed:
    'Das Sprachmodell konnte nicht aufschreiben, was gesagt wird. Fügen Sie Untertitel hinzu, oder sehen Sie nach, ob PRAXEO_SPEECH_MODEL ein Whisper-Modell für CTranslate2 nennt.',
  slides_only:
    'Was in dieser Aufnahme gesagt wird, hat niemand aufgeschrieben; nur ihre Folien wurden gelesen. Fügen Sie Untertitel mit Zeiten, etwa WebVTT oder SubRip, hinzu, wenn Sie mehr wollen.',
  captions_of_another:
    'Diese Untertitel gehen bis Sekunde {last}, die Aufnahme endet aber nach {seconds} Sekunden: Sie gehören zu einer anderen. Fügen Sie die dieser Aufnahme hinzu.',
}
