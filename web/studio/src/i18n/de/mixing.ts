/** Sentences of apps that are made of several sources, in German. */
import type { mixing as english } from '../en/mixing'

export const mixing: Record<keyof typeof english, string> = {
  'mix.sources': 'Quellen einer App',
  'mix.order':
    'Daraus entsteht eine App, in dieser Reihenfolge. Jede Antwort führt zu ihrer eigenen Quelle.',
  'mix.file': 'Datei, {size}',
  'mix.link': 'Webseite: einmal geholt und behalten',
  'mix.topic': 'Thema: nachgeschlagen ({engines}); gefundene Seiten werden gelesen',
  'mix.youtube': 'Video: Was darin gesagt wird, fehlt noch',
  'mix.youtube.captions': 'Video, mit seinen Untertiteln aus {name}',
  'mix.video': 'Video: {count} Wörter, jedes mit seiner Sekunde',
  'mix.transcript': 'Transkript: {count} Wörter; seine Zeiten bleiben',
  'mix.text': 'Text: {count} Wörter',
  'mix.captions': 'Untertitel dazu wählen',
  'mix.up': 'Nach oben',
  'mix.down': 'Nach unten',
  'mix.moved': '{name} ist jetzt Nummer {place} von {count}.',
}
