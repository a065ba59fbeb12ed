/** Sentences of the server that the studio says with a next step of its own; see told-de.ts. */
export const toldEn: Readonly<Record<string, string>> = {
  cancelled: 'You stopped this. Have it tried again whenever you like.',
  encrypted: 'This file is protected by a password. Save a copy without one and add that.',
  encrypted_pdf:
    'This PDF is protected by a password. Open it, save or print a copy without one, and add that.',
  empty: 'This file is empty. Look whether it was copied whole, then add it again.',
  no_text: 'There is no text in this document to learn from. Add one with sentences in it.',
  truncated: 'This file is incomplete: its end is missing. Download or copy it again.',
  damaged:
    'This file is damaged or incomplete. Open it in its own program, save it anew and add that.',
  damaged_pdf:
    'This PDF is damaged or cut off. Download it again, or open it and print it to a new PDF.',
  parser_crashed:
    'This file cannot be read; it is probably damaged. Open it in its own program, save it anew and add that.',
  too_complex:
    'Reading this file took too long, so it was stopped. Save it anew, or split it into parts.',
  field_empty: 'Still to be written: {field}.',
  wrong_options_few: 'It needs at least {least} wrong answers.',
  'field.answer': 'the right answer',
  'field.back': 'the back',
  'field.definition': 'what it means',
  'field.distractors': 'a wrong answer',
  'field.front': 'the front',
  'field.left': 'the left side of a line',
  'field.question': 'the question',
  'field.right': 'the right side of a line',
  'field.term': 'the term',
  'field.text': 'the words of a line',
  'field.when': 'the time',
  too_little_text:
    'There is too little running text in this source to practise with. Add a longer one, or put several pieces into one file.',
}
