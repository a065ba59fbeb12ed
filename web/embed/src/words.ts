/** What the wrapper itself says, in the visitor's language. */
const WORDS = {
  en: {
    flooded: 'This app filled the history of your browser and was stopped.',
    again: 'Load it again',
    full: 'Full screen',
    leave: 'Leave full screen',
  },
  de: {
    flooded: 'Diese App hat den Verlauf Ihres Browsers gefüllt und wurde angehalten.',
    again: 'Neu laden',
    full: 'Vollbild',
    leave: 'Vollbild verlassen',
  },
} as const

export const words = (language: string) => WORDS[language.startsWith('de') ? 'de' : 'en']
