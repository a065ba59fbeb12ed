/** Sentences of the first page, its samples, and who is to write. */
import { readable } from '../formats'

export const start = {
  'start.title': 'Turn what you read into something you can practise',
  'start.lead':
    'Give Praxeo a document, a page, a video with its captions, or a topic. It writes the practice, runs the app to prove that it works, and shows where every answer comes from.',
  'start.drop': 'Drop a document here, paste text, or choose a file',
  'start.input': 'Document, link or text',
  'start.placeholder': 'Paste text, a transcript or a link, or drop files anywhere on this page',
  'start.placeholder.more': 'Another link, topic or text, if you like',
  'start.list': 'Add another source',
  'start.list.more': 'Add to the list',
  'start.become': 'What the files become',
  'start.become.each': 'One app each',
  'start.become.one': 'One app of all',
  'start.choose': 'Choose files',
  'start.make': 'Make the app',
  'start.formats': `${readable.en}, and recordings with their captions.`,
  'start.private': 'Nothing leaves this machine.',
  'start.recognised.file': 'File: {name} ({size})',
  'start.recognised.files': '{count} files: one app each',
  'start.recognised.text': 'Text: {count} words',
  'start.recognised.short':
    'Only {count} words so far: write or paste at least {minimum} to make an app from.',
  'start.recognised.short.one':
    'Only {count} word so far: write or paste at least {minimum} to make an app from.',
  'start.recognised.youtube': 'A YouTube video.',
  'start.recognised.link': 'A web address.',
  'start.recognised.video': 'A YouTube video with a transcript: {count} words',
  'start.youtube.captions':
    'Praxeo does not listen to videos, but it reads what is said: on YouTube choose “Show transcript”, copy it and paste it below the link. Every answer then leads to its second.',
  'start.link.fetched':
    'Praxeo fetches this page once, with its pictures, and keeps it as it is now. Its site learns that it was asked for.',
  'start.remove': 'Remove',
  'start.samples': 'Play one that is ready',
  'start.samples.lead':
    'Made from the sample documents and proven before they came to you. They open at once.',
  'start.recent': 'Made recently',
  'start.title.label': 'Title (optional)',
  'start.text.name': 'Pasted text',
  'uploads.sending': 'Sending file {number} of {count}',
  'uploads.open':
    '{count} files are chosen and not sent yet. They would have to be chosen again if you left.',
  'uploads.open.one':
    '1 file is chosen and not sent yet. It would have to be chosen again if you left.',
  'uploads.show': 'Show the files',
  'uploads.go.on': 'Go on with them',
  'uploads.here': 'Here already',
  'uploads.pause': 'Pause',
  'uploads.resume': 'Go on',
  'uploads.again': 'Make it again',
  'start.files': 'Your files',
  'start.captions': 'with {name}',
  'start.captions.none':
    'Choose its captions as well (.vtt or .srt): what is said is read from them.',
  'start.sending': 'Sending {name}',
  'start.pending': 'Sending …',
  'start.more': 'Add more files',
  'start.file.empty': 'This file is empty. Look whether it was copied whole.',
  'start.file.large':
    'This file has {size}; a document may have up to {limit}. Split it into parts and add each of them.',
  'start.recognised.transcript': 'A transcript: {count} words. Its times stay with every question.',
  'start.recognised.topic': 'This looks like a topic.',
  'start.topic.library': 'what was read here before',
  'start.topic.own':
    'Praxeo looks it up in the sources that were read here before, and asks nobody else. Give a link or a file if there are none about it.',
  'start.topic.fetched':
    'Praxeo looks it up ({engines}) and reads the pages that are found; each of them stays its own source. Engine and sites learn that they were asked.',
  'start.topic.later':
    'No search engine is set up here, so Praxeo teaches only what a source says. Paste an article, notes or a transcript about it, or drop a document here.',
  'start.youtube.none': 'YouTube knows no such video that may be seen.',
  'start.own': 'Yours next',
  'start.own.lead': 'Paste text or drop a document.',
  'start.recent.empty': 'Nothing here yet. What you make appears here and in the library.',
  'gallery.exercises': '{count} exercises',
  'gallery.exercises.one': '{count} exercise',
  'gallery.proven': 'Proven: {answers} answers given and judged in {browser}.',
  'gallery.unproven': 'Not run in a browser yet, so this app is called unproven.',
  'gallery.source': 'Made from {name} ({count} words)',
  'gallery.mine': 'Make it mine',
  'author.small.compiled':
    'This is a small model ({billions} billion parameters). It is asked a section at a time and writes terms, cards and questions, no other kinds of practice.',
  'author.small.bespoke':
    'This is a small model ({billions} billion parameters). A whole app is mostly beyond it: let it write the content, or choose a larger one.',
  'author.quote': 'What it will take',
  'author.quote.money': 'Money',
  'author.quote.tokens': 'Tokens',
  'author.quote.time': 'Time',
  'author.quote.range': 'about {likely}; {low} to {high}',
  'author.quote.none': 'none: this model is free',
  'author.quote.cap': 'Never more than {cap} a run; {left} is left of your caps.',
  'author.quote.basis': 'From {count} paid calls so far.',
  'author.quote.guess': 'A rough guess: there is no history yet.',
  'author.quote.file': 'The document has to be read first to count its words.',
  'author.quote.read': 'Read it and show the quote',
  'author.quote.reading': 'Reading …',
  'author.quote.words': '{count} words',
  'author.quote.files':
    'Choose one document to see its quote. Each of several has the cap of a run.',
  'author.caps': 'Change the caps',
} as const
