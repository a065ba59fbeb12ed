/** The one input of the first page: what is in it, what it was recognised as, and whether it can be sent. */
import { useCallback, useEffect, useState, type FormEvent, type RefObject } from 'react'
import { useQuery } from '@tanstack/react-query'
import { modelsQuery } from '../api/models'
import { useTranslate } from '../i18n'
import { useMix } from '../mixing/use-mix'
import { useToast } from '../shell/toasts'
import { isOpen } from '../uploads/queue'
import { queue, useQueue } from '../uploads/use-queue'
import { recognise, type Recognised } from './recognise'
import { nameOfText } from './text-name'
import { useCheck } from './use-check'
import { useEngines } from './use-engines'
import { isEnough, isMixEnough, useListing } from './use-listing'
import { useSender } from './use-sender'
import type { Writing } from './use-wishes'

const DRAFT = 'praxeo.start.draft'

/** What is written, kept over a reload until it is sent. */
function useDraftText() {
  const [text, setText] = useState(() => sessionStorage.getItem(DRAFT) ?? '')
  useEffect(() => sessionStorage.setItem(DRAFT, text), [text])
  return [text, setText] as const
}

/** Who is to write, as far as that is a question: without a model there is one author. */
function useWriting() {
  const models = useQuery(modelsQuery)
  const names = models.data?.models.map((model) => model.model) ?? []
  const [writing, setWriting] = useState<Writing | null>(null)
  const asked = names.length > 0
  const how = asked ? writing?.how : undefined
  return {
    names,
    known: models.isSuccess,
    local: models.data?.models.every((model) => model.local) ?? false,
    how,
    setWriting,
    given: writing?.given ?? null,
    offline: !asked || how?.author === 'offline',
    blocked: asked && (writing?.blocked ?? true),
  }
}

/** What is given, and all that can be said and asked about it. */
export function useStart() {
  const { all, sending } = useQueue()
  const mixed = useMix()
  const [text, setText] = useDraftText()
  const [title, setTitle] = useState('')
  const writing = useWriting()
  const check = useCheck()
  const { how, given } = writing
  const sender = useSender({ title: title.trim(), how, given, check })
  const written = recognise(
    text,
    all.filter(isOpen).map(({ file }) => file),
  )
  const input: Recognised = mixed.all.length > 0 ? { kind: 'mix' } : written
  const listing = useListing(written, text, setText)
  const takeTitle = useCallback((found: string) => setTitle((before) => before || found), [])
  useEffect(() => queue.tidy, [])
  const pending = sender.busy || sending
  const words = { text, setText, title, setTitle, takeTitle }
  return { all, mixed, ...words, writing, check, sender, input, written, ...listing, pending }
}

export type Start = ReturnType<typeof useStart> & { canMake: boolean }

/** Send the input, or say what it lacks. */
export function useSubmit(start: ReturnType<typeof useStart>, area: RefObject<HTMLElement | null>) {
  const t = useTranslate()
  const toast = useToast()
  const { input, sender, text } = start
  const engines = useEngines()
  const isMix = input.kind === 'mix'
  const canMake = isMix
    ? isMixEnough(start.mixed, start.written, engines)
    : isEnough(input, engines)
  const sendText = async () => {
    const name = `${nameOfText(text) || t('start.text.name')}.txt`
    const made = await sender.sendText(new File([text], name, { type: 'text/plain' }))
    if (made) sessionStorage.removeItem(DRAFT)
  }
  const sendNamed = async (named: string) => {
    if (await sender.sendNamed(named)) sessionStorage.removeItem(DRAFT)
  }
  const sendVideo = async (url: string, captions: string) => {
    if (await sender.sendVideo(url, captions)) sessionStorage.removeItem(DRAFT)
  }
  const send = () => {
    if (isMix) {
      start.list()
      return sender.sendMix(t('start.text.name'))
    }
    if (input.kind === 'files') return sender.sendFiles()
    if (input.kind === 'video') return sendVideo(input.url, input.captions)
    if (input.kind === 'topic') return sendNamed(input.topic)
    return input.kind === 'link' ? sendNamed(input.url) : sendText()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (start.pending || (canMake && start.writing.blocked)) return
    if (canMake) return void send()
    if (input.kind === 'empty') toast(t('start.drop'))
    area.current?.focus()
  }
  return { canMake, submit }
}
