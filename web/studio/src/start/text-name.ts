/** What a pasted text is called: its first heading, else how it begins. */

const CHARACTERS = 60
const HEADING = /^\s{0,3}#{1,6}\s+(.+?)\s*#*\s*$/
// Marks of Markdown, and what starts a line of subtitles.
const MARKS = /[*_`~]{1,3}|^\s*(?:>|[-+•]|\d+[.)])\s+|!?\[([^\]]*)\]\([^)]*\)/g
const NO_WORDS = /^(?:WEBVTT.*|\d+|[-=*_\s]*|[\d:.,\s]+-->.*|---)$/
const CLOCK = /^\s*[[(]?(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?[\])]?\s*/

export function nameOfText(text: string): string {
  const lines = text.slice(0, 4000).split('\n')
  const heading = lines.map((line) => HEADING.exec(line)?.[1]).find(Boolean)
  const says = (line: string) =>
    ![line, line.replace(CLOCK, '')].some((form) => NO_WORDS.test(form.trim()))
  const first = heading ?? lines.find(says) ?? ''
  const plain = first
    .replace(CLOCK, '')
    .replace(MARKS, '$1')
    .replace(/[\\/:*?"<>|\p{C}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (plain.length <= CHARACTERS) return plain.replace(/[.,;:!?]+$/, '')
  const cut = plain.slice(0, CHARACTERS)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), CHARACTERS / 2)).replace(/[.,;:]+$/, '')} …`
}
