/** Sentences of the server in German about pages of the web: why one was not fetched. */
const SAVE = 'Speichern Sie die Seite und fügen Sie die Datei hinzu.'

export const web: Readonly<Record<string, string>> = {
  // What is wrong with a link.
  link_malformed:
    'Das ist keine Adresse einer Webseite. Kopieren Sie sie aus der Adresszeile des Browsers.',
  link_scheme: 'Praxeo holt Seiten über http und https; dieser Link beginnt mit {scheme}:.',
  link_credentials: `Dieser Link enthält einen Namen oder ein Kennwort. Geben Sie ihn ohne an. Oder: ${SAVE}`,
  link_port: `Von Port {port} werden keine Seiten geholt. ${SAVE}`,
  link_private: `{host} steht nicht im öffentlichen Web, und von anderswo holt Praxeo nichts. ${SAVE}`,
  host_unknown:
    'Eine Website {host} gibt es nicht. Prüfen Sie, ob der Link richtig geschrieben ist.',
  host_lookup_failed:
    '{host} ließ sich gerade nicht nachschlagen. Prüfen Sie die Verbindung zum Internet und versuchen Sie es noch einmal.',
  // What comes of asking for a page.
  page_busy:
    '{host} möchte eine Weile in Ruhe gelassen werden. Versuchen Sie es später noch einmal.',
  page_certificate: `{host} kann nicht beweisen, diese Website zu sein: Das Zertifikat ist ungültig. Wenn Sie ihr vertrauen: ${SAVE}`,
  page_cut: 'Die Seite brach vor ihrem Ende ab. Versuchen Sie es noch einmal.',
  page_encoding: `Diese Website verpackt ihre Seiten auf eine Weise, um die niemand gebeten hat. ${SAVE}`,
  page_forbidden: `{host} gibt Praxeo diese Seite nicht. ${SAVE}`,
  page_headers: `Der Kopf der Antwort dieser Website ist größer, als es eine Seite braucht. ${SAVE}`,
  page_insecure:
    'Dieser Link führt von einer geschützten Adresse zu einer ungeschützten, an der unterwegs jeder die Seite ändern kann. Geben Sie den Link an, bei dem er endet.',
  page_missing: 'Diese Seite gibt es bei {host} nicht (mehr). Prüfen Sie den Link.',
  page_needs_login: `{host} zeigt diese Seite nur, wenn man angemeldet ist. ${SAVE}`,
  page_redirects:
    'Dieser Link führt ohne Ende von einer Adresse zur nächsten. Öffnen Sie ihn im Browser und geben Sie die Adresse an, die Sie dort sehen.',
  page_refused: `{host} antwortet mit Status {status} statt mit einer Seite. ${SAVE}`,
  page_robots: `{host} möchte nicht, dass Programme diese Seite holen (robots.txt). ${SAVE}`,
  page_server_error:
    'Bei {host} gibt es gerade Schwierigkeiten (Status {status}). Versuchen Sie es später noch einmal.',
  page_timeout:
    'Diese Seite kam nicht innerhalb von {seconds} Sekunden. Versuchen Sie es später noch einmal.',
  page_too_large:
    'Hinter diesem Link sind mehr als {limit} MB. Speichern Sie, was dort ist, und fügen Sie den Teil, auf den es ankommt, als Datei hinzu.',
  page_unreachable:
    'Die Website antwortet nicht. Sehen Sie nach, ob sich die Seite im Browser öffnet, und versuchen Sie es noch einmal.',
  // What comes of looking a topic up.
  no_search:
    'Hier ist keine Suchmaschine eingerichtet, in der sich Themen nachschlagen ließen. Nennen Sie eine in PRAXEO_SEARCH, oder geben Sie einen Link, ein Dokument oder einen Text.',
  nothing_left: 'Mindestens eine der Seiten muss unterrichtet werden.',
  page_not_read: 'Diese Seite ist keine von denen, die gelesen wurden.',
  library_silent:
    'Nichts in dieser Bibliothek handelt davon, und sonst ist nichts eingerichtet, worin es nachgeschlagen werden könnte. Fügen Sie Dokumente dazu hinzu, oder nennen Sie eine Suchmaschine oder eine ZIM-Datei in PRAXEO_SEARCH.',
  zim_damaged:
    '{name} ist beschädigt oder keine ZIM-Datei. Holen Sie die Datei neu, oder nehmen Sie sie aus PRAXEO_SEARCH.',
  topic_not_found:
    'Dazu wurde nichts gefunden, was sich lesen ließ. Sagen Sie es mit anderen Worten, oder geben Sie einen Link oder ein Dokument.',
  one_source:
    'Alles Gefundene stammt aus einer Quelle, {host}; keine andere bestätigt es. Fügen Sie einen Link oder ein Dokument hinzu, oder sagen Sie das Thema mit anderen Worten.',
  source_thin: 'Eine Seite von {host} sagt zu wenig, um daraus zu lernen, und wurde weggelassen.',
  source_copied:
    'Eine Seite von {host} sagt Wort für Wort, was eine von {of} sagt, und wurde weggelassen: Sie ist keine zweite Quelle.',
  sources_disagree:
    'Zwei Quellen sagen nicht dasselbe: „{first}“ ({first_title}) und „{second}“ ({second_title}). Beide bleiben; sehen Sie nach, was stimmt.',
  source_left_out: 'Eine Seite von {host} wurde gefunden und ließ sich nicht lesen ({why}).',
  search_busy: '{engine} hat gerade keine Zeit. Versuchen Sie es später noch einmal.',
  search_key_refused:
    '{engine} lehnt seinen Schlüssel ab. Hinterlegen Sie einen anderen, oder nehmen Sie {engine} aus PRAXEO_SEARCH heraus.',
  search_quota_used:
    'Was man {engine} fragen darf, ist aufgebraucht. Erhöhen Sie den Tarif, oder nehmen Sie eine andere Suchmaschine.',
  search_refused:
    '{engine} lässt sich so nicht fragen. Prüfen Sie die Adresse in PRAXEO_SEARCH und die Einstellungen dort.',
  search_unreachable:
    '{engine} antwortet nicht. Prüfen Sie die Adresse in PRAXEO_SEARCH, und versuchen Sie es noch einmal.',
  search_unreadable:
    '{engine} hat etwas geantwortet, das sich nicht lesen lässt. Versuchen Sie es später noch einmal.',
  robots_unknown:
    '{host} sagt gerade nicht, was Programme holen dürfen. Versuchen Sie es später noch einmal.',
}
