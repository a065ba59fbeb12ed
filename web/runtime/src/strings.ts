/** Every word that the runtime itself says, in each language it speaks. */

const en = {
  skip: 'Skip to content',
  home: 'Overview',
  review: 'Review',
  reviewDue: (n: number) => (n === 1 ? '1 item due' : `${n} items due`),
  glossary: 'Glossary',
  mainNavigation: 'App',
  toDark: 'Use dark colours',
  toLight: 'Use light colours',
  progress: 'Progress',
  doneOf: (done: number, total: number) => `${done} of ${total} done`,
  start: 'Start',
  resume: (title: string) => `Continue: ${title}`,
  toSummary: 'See your summary',
  goals: 'What you will learn',
  sections: 'Sections',
  sectionOf: (n: number, total: number) => `Section ${n} of ${total}`,
  minutes: (n: number) =>
    n < 60 ? `${n} min` : `${Math.floor(n / 60)} h${n % 60 ? ` ${n % 60} min` : ''}`,
  aboutMinutes: (n: number) => `about ${en.minutes(n)}`,
  sectionCount: (n: number) => (n === 1 ? '1 section' : `${n} sections`),
  exerciseCount: (n: number) => (n === 1 ? '1 exercise' : `${n} exercises`),
  readingOnly: 'Reading',
  source: 'Source',
  sources: 'Sources',
  sourcesOf: (n: number) => `${n} sources`,
  from: (name: string) => `Made from ${name}`,
  by: (names: string) => `by ${names}`,
  licence: (name: string) => `Licence: ${name}`,
  own: 'The editor’s own, without a source',
  showInText: 'Show in the text',
  print: 'Print with answer key',
  restart: 'Start over',
  restartSure: 'Erase all progress?',
  restartYes: 'Yes, erase it',
  restartNo: 'Keep it',
  restarted: 'Progress erased.',
  notKept: 'Your progress lasts until you close this page: the browser keeps nothing here.',
  scrolls: 'Scrolls sideways',
  practice: 'Practice',
  exerciseOf: (n: number, total: number) => `Exercise ${n} of ${total}`,
  check: 'Check',
  retry: 'Try again',
  reveal: 'Show answer',
  knew: 'I knew it',
  again: 'Not yet',
  answer: 'Answer',
  right: 'Right.',
  knewIt: 'Well remembered.',
  notYet: 'Not yet: it will come back.',
  wrong: 'Not quite.',
  nearMiss: 'Very close: mind the spelling.',
  someRight: (n: number, total: number) => `${n} of ${total} right.`,
  rightAnswer: 'Right answer',
  rightOrder: 'Right order',
  comesBack: (when: string) => `Comes back ${when}.`,
  gap: 'Missing words',
  gapEmpty: 'Type the missing words first.',
  pickFirst: 'Choose an answer first.',
  pickAll: (n: number) => (n === 1 ? '1 is still open.' : `${n} are still open.`),
  choose: 'Choose …',
  ownWords: 'Your own words (for you alone)',
  left: 'This',
  cause: 'Cause',
  effect: 'Effect',
  answers: 'Answers',
  up: (text: string) => `Move up: ${text}`,
  down: (text: string) => `Move down: ${text}`,
  moved: (text: string, at: number, total: number) => `${text}: now ${at} of ${total}.`,
  orderHint: 'Put them in the right order, first to last.',
  timeHint: 'Put them in order of time, earliest first.',
  earliest: 'Earliest',
  latest: 'Latest',
  map: 'Concept map',
  previous: 'Previous',
  nextSection: 'Next section',
  next: 'Next',
  searchTerms: 'Search the terms',
  termsFound: (n: number) => (n === 0 ? 'No term found.' : n === 1 ? '1 term' : `${n} terms`),
  reviewIntro: 'What you have practised comes back just before you would forget it.',
  reviewCredit: 'Timed by FSRS, an open method of spaced repetition (ts-fsrs, MIT licence).',
  reviewEmpty: 'Nothing is due now.',
  reviewNone: 'Items come here once you have practised them.',
  reviewNext: (when: string) => `The next item is due ${when}.`,
  reviewStart: (n: number) => (n === 1 ? 'Review 1 item' : `Review ${n} items`),
  reviewWrong: (n: number) => (n === 1 ? 'Practise 1 mistake' : `Practise ${n} mistakes`),
  reviewDone: 'Review done.',
  reviewScore: (right: number, total: number) => `${right} of ${total} remembered.`,
  ofQueue: (n: number, total: number) => `${n} of ${total}`,
  finished: 'You have done it all',
  finishHint: 'Every exercise is done.',
  firstTime: 'right at the first try',
  rightNow: 'right by now',
  toRepeat: 'to repeat',
  bySection: 'Section by section',
  answerKey: 'Answer key',
  madeWith: 'Made with Praxeo. Every answer leads back to its source.',
  checked: 'Right',
  mistaken: 'Wrong',
}

export type Strings = typeof en

const de: Strings = {
  skip: 'Zum Inhalt springen',
  home: 'Übersicht',
  review: 'Wiederholen',
  reviewDue: (n) => (n === 1 ? '1 Aufgabe fällig' : `${n} Aufgaben fällig`),
  glossary: 'Glossar',
  mainNavigation: 'App',
  toDark: 'Dunkle Farben verwenden',
  toLight: 'Helle Farben verwenden',
  progress: 'Fortschritt',
  doneOf: (done, total) => `${done} von ${total} erledigt`,
  start: 'Beginnen',
  resume: (title) => `Weiter: ${title}`,
  toSummary: 'Zur Zusammenfassung',
  goals: 'Das lernst du',
  sections: 'Abschnitte',
  sectionOf: (n, total) => `Abschnitt ${n} von ${total}`,
  minutes: (n) =>
    n < 60 ? `${n} Min.` : `${Math.floor(n / 60)} Std.${n % 60 ? ` ${n % 60} Min.` : ''}`,
  aboutMinutes: (n) => `etwa ${de.minutes(n)}`,
  sectionCount: (n) => (n === 1 ? '1 Abschnitt' : `${n} Abschnitte`),
  exerciseCount: (n) => (n === 1 ? '1 Aufgabe' : `${n} Aufgaben`),
  readingOnly: 'Lesetext',
  source: 'Quelle',
  sources: 'Quellen',
  sourcesOf: (n) => `${n} Quellen`,
  from: (name) => `Entstanden aus ${name}`,
  by: (names) => `von ${names}`,
  licence: (name) => `Lizenz: ${name}`,
  own: 'Von der Redaktion, ohne Quelle',
  showInText: 'Im Text zeigen',
  print: 'Mit Lösungen drucken',
  restart: 'Von vorn beginnen',
  restartSure: 'Allen Fortschritt löschen?',
  restartYes: 'Ja, löschen',
  restartNo: 'Behalten',
  restarted: 'Fortschritt gelöscht.',
  notKept:
    'Dein Fortschritt bleibt, bis du diese Seite schließt: Der Browser speichert hier nichts.',
  scrolls: 'Seitlich verschiebbar',
  practice: 'Üben',
  exerciseOf: (n, total) => `Aufgabe ${n} von ${total}`,
  check: 'Prüfen',
  retry: 'Noch einmal',
  reveal: 'Antwort zeigen',
  knew: 'Gewusst',
  again: 'Noch nicht',
  answer: 'Antwort',
  right: 'Richtig.',
  knewIt: 'Gut gemerkt.',
  notYet: 'Noch nicht: Die Aufgabe kommt wieder.',
  wrong: 'Nicht ganz.',
  nearMiss: 'Ganz knapp: Achte auf die Schreibweise.',
  someRight: (n, total) => `${n} von ${total} richtig.`,
  rightAnswer: 'Richtige Antwort',
  rightOrder: 'Richtige Reihenfolge',
  comesBack: (when) => `Kommt ${when} wieder.`,
  gap: 'Fehlende Wörter',
  gapEmpty: 'Gib zuerst die fehlenden Wörter ein.',
  pickFirst: 'Wähle zuerst eine Antwort.',
  pickAll: (n) => (n === 1 ? '1 ist noch offen.' : `${n} sind noch offen.`),
  choose: 'Wählen …',
  ownWords: 'Deine eigenen Worte (nur für dich)',
  left: 'Dies',
  cause: 'Ursache',
  effect: 'Wirkung',
  answers: 'Antworten',
  up: (text) => `Nach oben: ${text}`,
  down: (text) => `Nach unten: ${text}`,
  moved: (text, at, total) => `${text}: jetzt ${at} von ${total}.`,
  orderHint: 'Bringe alles in die richtige Reihenfolge.',
  timeHint: 'Ordne nach der Zeit, das Früheste zuerst.',
  earliest: 'Am frühesten',
  latest: 'Am spätesten',
  map: 'Begriffsnetz',
  previous: 'Zurück',
  nextSection: 'Nächster Abschnitt',
  next: 'Weiter',
  searchTerms: 'Begriffe suchen',
  termsFound: (n) => (n === 0 ? 'Kein Begriff gefunden.' : n === 1 ? '1 Begriff' : `${n} Begriffe`),
  reviewIntro: 'Was du geübt hast, kommt wieder, kurz bevor du es vergessen würdest.',
  reviewCredit: 'Nach FSRS, einem offenen Verfahren für Wiederholungen (ts-fsrs, MIT-Lizenz).',
  reviewEmpty: 'Jetzt ist nichts fällig.',
  reviewNone: 'Aufgaben erscheinen hier, sobald du sie geübt hast.',
  reviewNext: (when) => `Die nächste Aufgabe ist ${when} fällig.`,
  reviewStart: (n) => (n === 1 ? '1 Aufgabe wiederholen' : `${n} Aufgaben wiederholen`),
  reviewWrong: (n) => (n === 1 ? '1 Fehler üben' : `${n} Fehler üben`),
  reviewDone: 'Wiederholung fertig.',
  reviewScore: (right, total) => `${right} von ${total} gewusst.`,
  ofQueue: (n, total) => `${n} von ${total}`,
  finished: 'Du hast alles geschafft',
  finishHint: 'Alle Aufgaben sind erledigt.',
  firstTime: 'beim ersten Mal richtig',
  rightNow: 'inzwischen richtig',
  toRepeat: 'zu wiederholen',
  bySection: 'Abschnitt für Abschnitt',
  answerKey: 'Lösungen',
  madeWith: 'Erstellt mit Praxeo. Jede Antwort führt zu ihrer Quelle zurück.',
  checked: 'Richtig',
  mistaken: 'Falsch',
}

const TABLES = new Map<string, Strings>([
  ['en', en],
  ['de', de],
])

/** The words for a BCP 47 language; English where there is no table of its own. */
export function stringsFor(language: string): Strings {
  return TABLES.get(primary(language)) ?? en
}

/** The language that the runtime's own words are in, for the `lang` of its parts. */
export function spokenLanguage(language: string): string {
  return TABLES.has(primary(language)) ? primary(language) : 'en'
}

function primary(language: string): string {
  return language.toLowerCase().split('-')[0] ?? ''
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi'])

/** Which way the content's language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(primary(language)) ? 'rtl' : 'ltr'
}

const DAY_MS = 86_400_000

/** "in 3 days" or "tomorrow", from now (milliseconds) until then. */
export function whenText(then: number, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  const days = Math.max(0, Math.round((then - now) / DAY_MS))
  if (days < 45) return format.format(days, 'day')
  return days < 550
    ? format.format(Math.round(days / 30), 'month')
    : format.format(Math.round(days / 365), 'year')
}
