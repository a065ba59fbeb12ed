/** Sentences of the server in German about inputs that are not uploaded: combinations, videos. */

export const sources: Readonly<Record<string, string>> = {
  nothing_to_combine: 'Nennen Sie mindestens zwei der Quellen.',
  input_twice: 'Nennen Sie jede Quelle einmal.',
  too_many_parts: 'Ein Beispiel entsteht aus höchstens 20 Quellen.',
  combination_within: 'Stellen Sie die Quellen selbst zusammen, nicht eine Zusammenstellung.',
  no_such_part: 'Das ist kein Teil dieser Zusammenstellung.',
  part_deleted: 'Eine der Quellen wurde gelöscht. Lassen Sie sie weg.',
  part_refused:
    '{name} kann nicht gelesen werden; warum, steht bei dieser Quelle. Lassen Sie sie weg, um weiterzumachen.',
  part_failed: '{name} konnte nicht gelesen werden; warum, steht bei dieser Quelle.',
  playlist_alone:
    'Dieser Link führt zu einer Playlist. Öffnen Sie das Video, das Sie meinen, und kopieren Sie dessen Link.',
  channel_alone:
    'Dieser Link führt zu einem Kanal. Öffnen Sie das Video, das Sie meinen, und kopieren Sie dessen Link.',
  not_a_video:
    'Das ist kein Link zu einem YouTube-Video. Kopieren Sie ihn aus der Adresszeile des Browsers.',
  captions_too_large: 'Untertitel haben höchstens 5 Megabyte.',
  captions_needed:
    'Ein Video wird anhand seiner Untertitel gelesen, die YouTube nur dem Eigentümer gibt. Öffnen Sie das Transkript des Videos, kopieren Sie es mit den Zeiten in eine Textdatei, oder nehmen Sie die Untertiteldatei, und fügen Sie das dem Video hinzu.',
  captions_without_times:
    'Dieser Text hat keine Zeiten, also würde nichts darin zum Video zurückführen. Fügen Sie Untertitel mit Zeiten hinzu, etwa WebVTT, SubRip oder ein mit Zeiten kopiertes Transkript.',
  nothing_said:
    'In diesen Untertiteln wird nichts gesagt: Sie nennen nur Musik und Geräusche. Nehmen Sie ein Video, in dem gesprochen wird.',
  video_upcoming: 'Dieses Video hat noch nicht begonnen. Kommen Sie wieder, wenn es vorbei ist.',
  video_live: 'Dieses Video läuft gerade live. Kommen Sie wieder, wenn es vorbei ist.',
  video_processing: 'YouTube arbeitet noch an diesem Video. Kommen Sie in einigen Stunden wieder.',
  video_failed:
    'YouTube konnte dieses Video nicht annehmen oder hat es entfernt. Nehmen Sie ein anderes.',
  video_age_restricted:
    'Dieses Video wird nur angemeldeten Erwachsenen gezeigt. Öffnen Sie das Transkript des Videos, kopieren Sie es mit den Zeiten in eine Textdatei und fügen Sie das dem Video hinzu.',
  video_region_restricted:
    'Dieses Video wird nicht in jedem Land gezeigt. Öffnen Sie das Transkript des Videos, kopieren Sie es mit den Zeiten in eine Textdatei und fügen Sie das dem Video hinzu.',
  video_without_captions:
    'Der Eigentümer hat diesem Video keine Untertitel gegeben; vielleicht hat YouTube welche erzeugt. Öffnen Sie das Transkript des Videos, kopieren Sie es mit den Zeiten in eine Textdatei und fügen Sie das dem Video hinzu.',
  video_key_refused:
    'YouTube lehnt den Schlüssel in YOUTUBE_API_KEY ab. Setzen Sie einen anderen oder keinen: Dann werden nur Titel und Kanal nachgesehen.',
  video_quota_used:
    'Was man YouTube heute fragen darf, ist aufgebraucht. Versuchen Sie es morgen wieder, oder erhöhen Sie das Kontingent des Schlüssels.',
  video_service_busy: 'YouTube hat im Moment keine Zeit. Versuchen Sie es später noch einmal.',
  video_unknown:
    'YouTube kennt unter diesem Link kein Video; vielleicht wurde es gelöscht. Prüfen Sie den Link.',
  video_private:
    'Dieses Video ist privat, oder sein Eigentümer lässt es auf keiner anderen Seite zeigen. Fügen Sie seine Untertitel als Datei hinzu, falls Sie sie haben.',
  video_not_looked_up: 'Was YouTube über das Video sagt, ist nicht bekannt.',
  no_source_to_visit:
    'Woraus diese App gemacht ist, steht nirgends im Web; dort kann sich also nichts geändert haben.',
  no_visit: 'Nach den Quellen dieser App hat noch niemand gesehen. Lassen Sie zuerst nachsehen.',
  no_such_item:
    'Auf dem, was sich geändert hat, beruht keine solche Aufgabe. Sehen Sie noch einmal nach.',
  bad_visit:
    'Was über die Quellen herausgefunden wurde, lässt sich nicht lesen; lassen Sie noch einmal nachsehen.',
  source_replaced: 'Dort steht jetzt etwas anderes.',
  part_in_use: 'Das ist ein Teil von „{name}“; löschen Sie zuerst diese Zusammenstellung.',
}
