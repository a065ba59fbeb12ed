/** Sentences of who is to write, and how, in German. */
import type { author as english } from '../en/author'

export const author: Record<keyof typeof english, string> = {
  'author.title': 'Wer sie schreibt',
  'author.offline': 'Offline-Autor',
  'author.offline.why': 'Kostet nichts, nichts verlässt diesen Rechner.',
  'author.model': 'Ein Modell: {names}',
  'author.model.why':
    'Ihre Quelle geht an dessen Anbieter. Was es schreibt, wird genauso nachgewiesen.',
  'author.local': 'Ein Modell auf diesem Gerät',
  'author.local.found': 'Auf diesem Gerät gibt es {name} ({server}).',
  'author.local.why':
    'Keine Kosten, und nichts verlässt dieses Gerät. Was es schreibt, wird genauso nachgewiesen.',
  'author.local.use': 'Damit schreiben',
  'author.local.another': 'Damit eine weitere App schreiben',
  'author.route': 'Was es schreibt',
  'author.route.compiled': 'Lesen und Üben',
  'author.route.compiled.why': 'Es schreibt den Inhalt, Praxeos eigenes Programm spielt ihn.',
  'author.route.bespoke': 'Eine eigene App',
  'author.route.bespoke.why':
    'Es schreibt die ganze App: Simulationen, Instrumente, Modelle. Nachgewiesen durch Abnahmetests.',
  'author.wish': 'Ihr Wunsch (wenn Sie einen haben)',
  'author.wish.such': 'Für Zwölfjährige, als Spiel, vor allem zur zweiten Hälfte',
  'author.unsupported': 'Aussagen, für die die Quelle keinen Beleg hat',
  'author.unsupported.mark': 'Behalten und als unbelegt kennzeichnen',
  'author.unsupported.drop': 'Weglassen',
  'author.first': 'Ich will die Spec lesen und ändern, bevor die App entsteht und etwas kostet',
  'author.fallback': 'Wenn kein Modell antwortet, soll der Offline-Autor schreiben',
}
