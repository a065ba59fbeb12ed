/** What the address of the desk asks for: an item to begin at, or a sentence to make a question of. */
import { useEffect, useRef } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { Example } from '../api/examples'
import { parseReference, writeReference } from '../evidence/references'
import { partsQuery } from '../evidence/use-parts'
import { useTranslate } from '../i18n'
import { useToast } from '../shell/toasts'
import { fromSentence } from './from-sentence'
import { itemInApp } from './in-app'
import type { Acts } from './use-acts'
import type { Working } from './work'

const asked = (name: string): string => new URLSearchParams(location.search).get(name) ?? ''

/** The desk's name of the item that is asked for, '' for none. */
export const askedItem = (working: Working): string => itemInApp(working, asked('item'))

export function useAsked(example: Example, working: Working, acts: Acts): void {
  const t = useTranslate()
  const tell = useToast()
  const queries = useQueryClient()
  const done = useRef(false)
  useEffect(() => {
    if (done.current) return
    done.current = true
    if (asked('item') && !askedItem(working)) tell(t('desk.asked.gone'))
    const sentence = parseReference(asked('sentence'))
    if (!sentence) return
    history.replaceState(null, '', location.pathname) // once, however often it is loaded
    const { block, part } = sentence
    void queries.fetchQuery(partsQuery(example, block)).then(
      (parts) => {
        const text = part === null ? parts.join(' ') : parts[part - 1]
        if (!text) return tell(t('desk.asked.gone'))
        const to = working.shown.parts.find(({ reading }) => reading.includes(block))
        acts.add(fromSentence({ reference: writeReference(sentence), text }), to?.key)
      },
      (error: Error) => tell(error.message),
    )
  }, [example, working, acts, queries, t, tell])
}
