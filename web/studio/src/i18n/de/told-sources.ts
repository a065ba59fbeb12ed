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
  video_unknown:
    'YouTube kennt unter diesem Link kein Video; vielleicht wurde es gelöscht. Prüfen Sie den Link.',
  video_private:
    'Dieses Video ist privat, oder sein Eigentümer lässt es auf keiner anderen Seite zeigen. Fügen Sie seine Untertitel als Datei hinzu, falls Sie sie haben.',
  video_not_looked_up: 'Was YouTube über das Video sagt, ist nicht bekannt.',
  part_in_use: 'Das ist ein Teil von „{name}“; löschen Sie zuerst diese Zusammenstellung.',
}
