/** What a person put into the one input: files, a link, a video, a topic, a transcript or other text;
 * or several of them for one app, a mix. */

export type Recognised =
  | { kind: 'empty' }
  | { kind: 'files'; files: File[] }
  | { kind: 'mix' }
  | { kind: 'youtube'; id: string }
  | { kind: 'video'; id: string; url: string; captions: string; words: number }
  | { kind: 'link'; url: string }
  | { kind: 'topic'; topic: string; words: number }
  | { kind: 'transcript'; words: number }
  | { kind: 'text'; words: number }

export const MINIMUM_WORDS = 40

const VIDEO_ID = /^[\w-]{11}$/

export function youtubeId(url: URL): string | null {
  const host = url.hostname.replace(/^(www|m|music)\./, '')
  const path = url.pathname.split('/').filter(Boolean)
  let id: string | null | undefined
  if (host === 'youtu.be') id = path[0]
  else if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    id =
      path[0] === 'watch'
        ? url.searchParams.get('v')
        : ['shorts', 'embed', 'live'].includes(path[0] ?? '')
          ? path[1]
          : null
  }
  return id && VIDEO_ID.test(id) ? id : null
}

function asUrl(text: string): URL | null {
  if (/\s/.test(text)) return null
  const candidate = /^https?:\/\//i.test(text)
    ? text
    : /^(www\.|youtu\.be\/|youtube\.com\/)/i.test(text)
      ? `https://${text}`
      : ''
  if (!candidate || !URL.canParse(candidate)) return null
  return new URL(candidate)
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}](?:[\p{L}\p{N}'’.-]*[\p{L}\p{N}])?/gu)?.length ?? 0
}

const TOPIC_WORDS = 8
const TIMED_LINES = 4
const CLOCK = /^\s*[[(]?(?:\d{1,3}:)?\d{1,2}:\d{2}\b/
const ARROW = /^\s*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}\s+-->/m

/** A few words that are no sentence: somebody names what the app shall be about. */
function isTopic(text: string, words: number): boolean {
  return words <= TOPIC_WORDS && !/\n|:\/\//.test(text) && !/[.!…:;]$/.test(text)
}

/** Subtitles, or lines with times as YouTube shows them; the reader of documents decides in the end. */
function isTranscript(text: string): boolean {
  if (text.startsWith('WEBVTT') || ARROW.test(text.slice(0, 2000))) return true
  const lines = text.split('\n').filter((line) => line.trim())
  const timed = lines.filter((line) => CLOCK.test(line)).length
  return timed >= TIMED_LINES && timed * 3 >= lines.length
}

/** The link to a video on the first line, and what is said in it below. */
function videoWithTranscript(text: string): Recognised | null {
  const end = text.indexOf('\n')
  if (end < 0) return null
  const url = asUrl(text.slice(0, end).trim())
  const id = url && youtubeId(url)
  const captions = text.slice(end).trim()
  if (!url || !id || !isTranscript(captions)) return null
  return { kind: 'video', id, url: url.href, captions, words: countWords(captions) }
}

export function recognise(text: string, files: File[]): Recognised {
  if (files.length > 0) return { kind: 'files', files }
  const trimmed = text.trim()
  if (!trimmed) return { kind: 'empty' }
  const url = asUrl(trimmed)
  if (url) {
    const id = youtubeId(url)
    return id ? { kind: 'youtube', id } : { kind: 'link', url: url.href }
  }
  const video = videoWithTranscript(trimmed)
  if (video) return video
  const words = countWords(trimmed)
  if (isTranscript(trimmed)) return { kind: 'transcript', words }
  return isTopic(trimmed, words)
    ? { kind: 'topic', topic: trimmed, words }
    : { kind: 'text', words }
}

export function fileSize(bytes: number, language: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = Math.min(
    units.length - 1,
    bytes > 0 ? Math.floor(Math.log(bytes) / Math.log(1000)) : 0,
  )
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** step)
}
