/** Who is to write an app and in which way, as a person wishes it, and what is known of what that takes. */
import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { How } from '../api/examples'
import type { Given } from '../api/inputs'
import { quoteWords } from '../api/models'
import { getSettings } from '../api/settings'
import { MINIMUM_WORDS, type Recognised } from './recognise'
import type { Check } from './use-check'
import { useReading, type Readable } from './use-reading'

/** How an app is to be written. `blocked`: not yet, or not at all. `given`: what is read already. */
export type Writing = { how: How; blocked: boolean; given: Given | null }

export type Wishes = {
  author: 'offline' | 'model'
  route: 'compiled' | 'bespoke'
  unsupported: 'mark' | 'drop'
  fallback: boolean
  /** Whether the spec is to be read before the app is made. */
  first: boolean
  /** In the person's own words: for whom the app is and how it should be. */
  words: string
}

/** What a person wants; until they choose an author, the one that their settings name. */
export function useWishes() {
  const settings = useQuery({ queryKey: ['settings'], queryFn: getSettings })
  const [chosen, setChosen] = useState<Partial<Wishes>>({})
  const wishes: Wishes = {
    author: settings.data?.author === 'automatic' ? 'model' : 'offline',
    route: 'compiled',
    unsupported: 'mark',
    fallback: true,
    first: false,
    words: '',
    ...chosen,
  }
  const wish = (more: Partial<Wishes>) => setChosen((before) => ({ ...before, ...more }))
  return { wishes, wish, known: settings.data !== undefined }
}

/** What is to be written from: one document or page, read if asked for, or a text; with its quote. */
export function useAsked(input: Recognised, { author, route }: Wishes, check: Check) {
  const reading = useReading(check)
  const alone = toBeRead(input)
  const read = alone && reading.source === alone ? reading.input : undefined
  const isText = input.kind === 'text' || input.kind === 'transcript'
  const words = isText ? input.words : read?.status === 'ready' ? read.word_count : null
  const quote = useQuery({
    queryKey: ['quote', words, route],
    queryFn: () => quoteWords(words ?? 0, route === 'bespoke'),
    enabled: author === 'model' && words !== null && words >= MINIMUM_WORDS,
    placeholderData: (before) => before,
  })
  return {
    reading,
    alone,
    read,
    words,
    quote,
    several: input.kind === 'mix' || (input.kind === 'files' && !alone),
  }
}

/** The one thing whose words are not known before it is read. */
function toBeRead(input: Recognised): Readable | undefined {
  if (input.kind === 'link') return input.url
  if (input.kind === 'topic') return input.topic
  return input.kind === 'files' && input.files.length === 1 ? input.files[0] : undefined
}

export type Asked = ReturnType<typeof useAsked>

export function useWriting(
  wishes: Wishes,
  asked: Asked,
  onChange: (writing: Writing) => void,
): void {
  const { author, route, unsupported, fallback, first, words } = wishes
  const isModel = author === 'model'
  const quoted = asked.words !== null && asked.quote.data?.refusal === ''
  const blocked = isModel && !asked.several && !quoted
  const given = isModel && asked.read?.status === 'ready' ? asked.reading.given : null
  useEffect(() => {
    const how: How = isModel
      ? {
          ...{ author: 'model', route, unsupported },
          ...{ offline_fallback: fallback, wish: words, spec_first: first },
        }
      : { author: 'offline', wish: '', spec_first: false }
    onChange({ how, blocked, given })
  }, [isModel, route, unsupported, fallback, first, words, blocked, given, onChange])
}
