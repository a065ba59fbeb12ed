/** What the wrapper itself says, in the visitor's language. */
const WORDS = {
  en: {
    flooded: 'This app filled the history of your browser and was stopped.',
    again: 'Load it again',
    full: 'Full screen',
    leave: 'Leave full screen',
    password: 'This app is for those who know its password.',
    open: 'Open',
    wrong: 'This is not the password. Mind capitals and blanks.',
    tries: 'There were too many wrong tries. Try again in % minutes.',
    link: 'This app opens with a link that was given out for it.',
    over: 'This link opens nothing any more. Ask for a new one.',
    away: 'The server does not answer. Are you online?',
    gone: 'This app is not to be seen any more.',
  },
  de: {
    flooded: 'Diese App hat den Verlauf Ihres Browsers gefüllt und wurde angehalten.',
    again: 'Neu laden',
    full: 'Vollbild',
    leave: 'Vollbild verlassen',
    password: 'Diese App ist für alle, die ihr Passwort kennen.',
    open: 'Öffnen',
    wrong: 'Das ist nicht das Passwort. Groß- und Kleinbuchstaben zählen, Leerzeichen auch.',
    tries: 'Es gab zu viele falsche Versuche. Versuchen Sie es in % Minuten wieder.',
    link: 'Diese App öffnet sich mit einem Link, der dafür ausgegeben wurde.',
    over: 'Dieser Link öffnet nichts mehr. Fragen Sie nach einem neuen.',
    away: 'Der Server antwortet nicht. Sind Sie online?',
    gone: 'Diese App ist nicht mehr zu sehen.',
  },
} as const

export const words = (language: string) => WORDS[language.startsWith('de') ? 'de' : 'en']
