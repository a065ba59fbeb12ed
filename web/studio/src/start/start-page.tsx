/** The first page: one input that takes files, a link or text, apps to play at once, and recent ones. */
import { lazy, Suspense, useCallback, useEffect, useRef, useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { useQuery } from '@tanstack/react-query'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/use-preferences'
import { useToast } from '../shell/toasts'
import { API_BASE, ApiError } from '../api/client'
import { listExamples, makeFromFile, whileMaking } from '../api/examples'
import { getHealth } from '../api/health'
import { makeFromInput, type How } from '../api/examples'
import { modelsQuery } from '../api/models'
import { ExampleCard } from '../library/example-card'
import { Failure, Notice } from '../parts/notice'
import { fileSize, MINIMUM_WORDS, recognise } from './recognise'
import { RecognisedLine } from './recognised'
import { useFilesFromPage } from './files-from-page'
import { nameOfText } from './text-name'
import { isOpen, useUploads } from './uploads'
import { UploadList } from './upload-list'
import { Gallery } from './gallery'
import type { Writing } from './author-choice'
import './start.css'

const AuthorChoice = lazy(() => import('./author-choice'))

// Only a page of one's own machine, whose API is its own too, can promise this.
const LOCAL = API_BASE === '' && ['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname)
const DRAFT = 'praxeo.start.draft'

export function StartPage() {
  const t = useTranslate()
  const area = useRef<HTMLTextAreaElement>(null)
  const own = () => {
    area.current?.focus()
    area.current?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  }
  return (
    <div className="stack large">
      <header className="start-head">
        <h1>{t('start.title')}</h1>
        <p className="soft">{t('start.lead')}</p>
      </header>
      <StartForm area={area} />
      <Gallery onOwn={own} />
      <Recent />
    </div>
  )
}

function StartForm({ area }: { area: React.RefObject<HTMLTextAreaElement | null> }) {
  const t = useTranslate()
  const [, go] = useLocation()
  const toast = useToast()
  const chooser = useRef<HTMLInputElement>(null)
  const uploads = useUploads()
  const [text, setText] = useState(() => sessionStorage.getItem(DRAFT) ?? '')
  const [title, setTitle] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error | null>(null)
  const open = uploads.all.filter(isOpen)
  const input = recognise(
    text,
    open.map((upload) => upload.file),
  )
  const over = useFilesFromPage(uploads.add)
  const { locale } = usePreferences()
  const health = useQuery({ queryKey: ['health'], queryFn: getHealth, staleTime: Infinity })
  const refuse = (file: File): string => {
    const limit = health.data?.upload_bytes_max ?? Infinity
    if (file.size === 0) return t('start.file.empty')
    return file.size > limit
      ? t('start.file.large', {
          size: fileSize(file.size, locale),
          limit: fileSize(limit, locale),
        })
      : ''
  }
  const takeTitle = useCallback((found: string) => setTitle((before) => before || found), [])

  useEffect(() => sessionStorage.setItem(DRAFT, text), [text])

  const isText = input.kind === 'text' || input.kind === 'transcript'
  const canMake = input.kind === 'files' || (isText && input.words >= MINIMUM_WORDS)
  const models = useQuery(modelsQuery)
  const names = models.data?.models.map((model) => model.model) ?? []
  const [writing, setWriting] = useState<Writing | null>(null)
  const how = names.length > 0 ? writing?.how : undefined
  const offline = names.length === 0 || how?.author === 'offline'
  const blocked = names.length > 0 && (writing?.blocked ?? true)
  const pending = busy || uploads.sending

  const sendText = async () => {
    setBusy(true)
    setFailure(null)
    try {
      const file = new File([text], `${nameOfText(text) || t('start.text.name')}.txt`, {
        type: 'text/plain',
      })
      const made = await makeFromFile(file, title.trim(), undefined, how)
      sessionStorage.removeItem(DRAFT)
      go(`/examples/${made.id}`)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const sendRead = async (inputId: string, written: How) => {
    setBusy(true)
    setFailure(null)
    try {
      const made = await makeFromInput(inputId, title.trim(), written)
      uploads.clear()
      go(`/examples/${made.id}`)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const sendFiles = async () => {
    const alone = uploads.all.length === 1
    if (alone && how && writing?.inputId) return sendRead(writing.inputId, how)
    const [made] = await uploads.send(alone ? title.trim() : '', refuse, how)
    if (alone && made) go(`/examples/${made.id}`)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (pending || (canMake && blocked)) return
    if (canMake) void (input.kind === 'files' ? sendFiles() : sendText())
    else {
      if (input.kind === 'empty') toast(t('start.drop'))
      area.current?.focus()
    }
  }

  return (
    <form className={over ? 'start-form over' : 'start-form'} onSubmit={submit}>
      {uploads.all.length === 0 ? (
        <>
          <label className="visually-hidden" htmlFor="start-input">
            {t('start.input')}
          </label>
          <textarea
            ref={area}
            id="start-input"
            rows={3}
            value={text}
            placeholder={t('start.placeholder')}
            aria-describedby="start-recognised start-formats"
            onChange={(event) => setText(event.target.value)}
          />
        </>
      ) : (
        <UploadList uploads={uploads.all} onRemove={uploads.remove} />
      )}
      <p id="start-recognised" className="start-recognised" aria-live="polite">
        <RecognisedLine input={input} onVideo={takeTitle} />
      </p>
      {canMake && uploads.all.length < 2 && (
        <label className="field">
          <span>{t('start.title.label')}</span>
          <input
            type="text"
            value={title}
            maxLength={200}
            onChange={(event) => setTitle(event.target.value)}
          />
        </label>
      )}
      {canMake && names.length > 0 && (
        <Suspense fallback={null}>
          <AuthorChoice models={names} input={input} refuse={refuse} onChange={setWriting} />
        </Suspense>
      )}
      {failure && <Failure error={failure} />}
      <div className="start-bar">
        <input
          ref={chooser}
          id="start-file"
          type="file"
          multiple
          className="visually-hidden"
          onChange={(event) => {
            uploads.add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
        <label className="button" htmlFor="start-file">
          {t('start.choose')}
        </label>
        <p id="start-formats" className="soft small">
          {t('start.formats')} {offline && LOCAL && t('start.private')}
        </p>
        {open.length > 0 || uploads.all.length === 0 ? (
          <button
            type="submit"
            className="button primary"
            aria-disabled={!canMake || blocked || pending}
          >
            {pending ? t('start.pending') : t('start.make')}
          </button>
        ) : uploads.all.some(({ state }) => state === 'sent') ? (
          <button type="button" className="button" onClick={uploads.clear}>
            {t('start.more')}
          </button>
        ) : null}
      </div>
    </form>
  )
}

const RECENT = 6

function Recent() {
  const t = useTranslate()
  const recent = useQuery({
    queryKey: ['examples', 'recent'],
    queryFn: () => listExamples({ limit: RECENT }),
    refetchInterval: ({ state }) => whileMaking(state.data),
  })
  return (
    <section className="stack" aria-labelledby="recent-title">
      <h2 id="recent-title">{t('start.recent')}</h2>
      {recent.error && <Failure error={recent.error} onRetry={() => void recent.refetch()} />}
      {recent.data?.length === 0 && <Notice>{t('start.recent.empty')}</Notice>}
      <ul role="list" className="card-grid recent">
        {recent.data?.map((example) => (
          <li key={example.id}>
            <ExampleCard example={example} />
          </li>
        ))}
      </ul>
    </section>
  )
}
