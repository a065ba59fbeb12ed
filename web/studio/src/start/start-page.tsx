/** The first page: one input that takes a file or text, and apps to look at. */
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { useLocation } from 'wouter'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/preferences'
import { useToast } from '../shell/toasts'
import { listExamples, makeFromFile, whileMaking } from '../api/praxeo'
import { ExampleCard } from '../library/example-card'
import { Failure, Notice } from '../parts/notice'
import { fileSize, MINIMUM_WORDS, recognise } from './recognise'
import './start.css'

const RECENT = 6
const DRAFT = 'praxeo.start.draft'

export function StartPage() {
  const t = useTranslate()
  const { language } = usePreferences()
  const [, go] = useLocation()
  const toast = useToast()
  const chooser = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(() => sessionStorage.getItem(DRAFT) ?? '')
  const [files, setFiles] = useState<File[]>([])
  const [title, setTitle] = useState('')
  const [over, setOver] = useState(false)
  const input = recognise(text, files)
  const recent = useQuery({
    queryKey: ['examples', 'recent'],
    queryFn: () => listExamples({ limit: RECENT }),
    refetchInterval: ({ state }) => whileMaking(state.data),
  })

  useEffect(() => sessionStorage.setItem(DRAFT, text), [text])

  const make = useMutation({
    mutationFn: async () => {
      const sources =
        input.kind === 'files'
          ? input.files
          : [new File([text], `${t('start.text.name')}.txt`, { type: 'text/plain' })]
      const made = []
      for (const file of sources)
        made.push(await makeFromFile(file, sources.length === 1 ? title.trim() : ''))
      return made
    },
    onSuccess: (made) => {
      setText('')
      setFiles([])
      sessionStorage.removeItem(DRAFT)
      go(made.length === 1 && made[0] ? `/examples/${made[0].id}` : '/library')
    },
  })

  useFilesFromPage(setFiles, setOver)

  const canMake = input.kind === 'files' || (input.kind === 'text' && input.words >= MINIMUM_WORDS)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (canMake && !make.isPending) make.mutate()
    else if (input.kind === 'empty') {
      toast(t('start.drop'))
      chooser.current?.focus()
    }
  }

  return (
    <div className="stack large">
      <header className="start-head">
        <h1>{t('start.title')}</h1>
        <p className="soft">{t('start.lead')}</p>
      </header>
      <form className={over ? 'start-form over' : 'start-form'} onSubmit={submit}>
        <label className="visually-hidden" htmlFor="start-input">
          {t('start.input')}
        </label>
        {files.length === 0 ? (
          <textarea
            id="start-input"
            rows={4}
            value={text}
            placeholder={t('start.placeholder')}
            aria-describedby="start-recognised start-formats"
            onChange={(event) => setText(event.target.value)}
          />
        ) : (
          <ul role="list" className="start-files" aria-label={t('start.input')}>
            {files.map((file, index) => (
              <li key={`${file.name}-${index}`}>
                <span>
                  {t('start.recognised.file', {
                    name: file.name,
                    size: fileSize(file.size, language),
                  })}
                </span>
                <button
                  type="button"
                  className="button quiet"
                  onClick={() => setFiles(files.filter((_, place) => place !== index))}
                >
                  {t('start.remove')} <span className="visually-hidden">{file.name}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
        <p id="start-recognised" className="start-recognised" aria-live="polite">
          {input.kind === 'files' &&
            files.length > 1 &&
            t('start.recognised.files', { count: files.length })}
          {input.kind === 'text' &&
            (input.words >= MINIMUM_WORDS
              ? t('start.recognised.text', { count: input.words })
              : t('start.recognised.short', { count: input.words, minimum: MINIMUM_WORDS }))}
          {input.kind === 'youtube' &&
            `${t('start.recognised.youtube')}. ${t('start.youtube.later')}`}
          {input.kind === 'link' && `${t('start.recognised.link')}. ${t('start.link.later')}`}
        </p>
        {canMake && files.length < 2 && (
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
        <div className="row between">
          <input
            ref={chooser}
            id="start-file"
            type="file"
            multiple
            className="visually-hidden"
            onChange={(event) => {
              setFiles([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <label className="button" htmlFor="start-file">
            {t('start.choose')}
          </label>
          <button
            type="submit"
            className="button primary"
            aria-disabled={!canMake || make.isPending}
          >
            {make.isPending ? t('state.loading') : t('start.make')}
          </button>
        </div>
        <p id="start-formats" className="soft small">
          {t('start.formats')}
        </p>
        {make.error && <Failure error={make.error} />}
      </form>
      <section className="stack" aria-labelledby="recent-title">
        <h2 id="recent-title">{t('start.samples')}</h2>
        {recent.error && <Failure error={recent.error} onRetry={() => void recent.refetch()} />}
        {recent.data?.length === 0 && <Notice>{t('library.empty')}</Notice>}
        <ul role="list" className="card-grid">
          {recent.data?.map((example) => (
            <li key={example.id}>
              <ExampleCard example={example} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

/** Files that are dropped anywhere on the page or pasted into it. */
function useFilesFromPage(take: (files: File[]) => void, setOver: (over: boolean) => void): void {
  useEffect(() => {
    const carriesFiles = (data: DataTransfer | null) => [...(data?.types ?? [])].includes('Files')
    const over = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false)
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return
      event.preventDefault()
      setOver(false)
      take([...(event.dataTransfer?.files ?? [])])
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length > 0) {
        event.preventDefault()
        take(files)
      }
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [take, setOver])
}
