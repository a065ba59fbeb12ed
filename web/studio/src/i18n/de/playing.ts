/** Sentences of the player of recordings, in German. */
import type { playing as english } from '../en/playing'

export const playing: Record<keyof typeof english, string> = {
  'play.title': 'Die Aufnahme',
  'play.prepare': 'Zum Abspielen vorbereiten',
  'play.why':
    'Damit die Aufnahme hier zu sehen ist, muss sie in eine Form gebracht werden, die Browser abspielen. Das kostet diesen Rechner etwa {seconds} s.',
  'play.preparing': 'Die Aufnahme wird zum Abspielen vorbereitet …',
  'play.failed': 'Die Aufnahme ließ sich nicht zum Abspielen vorbereiten.',
  'play.captions': 'Was gesagt wird',
  'play.speed': 'Tempo',
  'play.parts': 'Teile der Aufnahme',
  'play.keys':
    'Tasten: K spielt und hält an, J und L springen zehn Sekunden zurück und vor, C zeigt, was gesagt wird.',
}
