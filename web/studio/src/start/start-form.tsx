/** The one input: files, a link or text, by whom it is written, and the button that starts. */
import { lazy, Suspense, type RefObject } from 'react'
import { useTranslate, withWords } from '../i18n'
import { Failure } from '../parts/notice'
import { useFilesFromPage } from './files-from-page'
import { RecognisedLine } from './recognised'
import { FilesBecome } from './files-become'
import { StartBar } from './start-bar'
import { UploadList } from './upload-list'
import { useStart, useSubmit, type Start } from './use-start'

const AuthorChoice = lazy(() => withWords(import('./author-choice'), import('../i18n/en/author')))
const MixList = lazy(() => withWords(import('../mixing/mix-list'), import('../i18n/en/mixing')))
const TopicPlan = lazy(() => withWords(import('./topic-plan'), import('../i18n/en/topics')))
// An offer that cannot be loaded is not made; the page around it stays.
const LocalOffer = lazy(() =>
  withWords(import('./local-offer'), import('../i18n/en/author')).catch(() => ({
    default: () => null,
  })),
)
type Area = RefObject<HTMLTextAreaElement | null>

export function StartForm({ area }: { area: Area }) {
  const given = useStart()
  const { canMake, submit } = useSubmit(given, area)
  const start: Start = { ...given, canMake }
  const { all, mixed, written, sender, input } = start
  const over = useFilesFromPage(start.take)
  const list = () => {
    start.list()
    area.current?.focus()
  }
  return (
    <form className={over ? 'start-form over' : 'start-form'} onSubmit={submit}>
      <FilesBecome uploads={all} mixed={mixed} />
      <Suspense fallback={null}>{mixed.all.length > 0 && <MixList />}</Suspense>
      {all.length === 0 ? <Words start={start} area={area} /> : <UploadList uploads={all} />}
      <p id="start-recognised" className="start-recognised" aria-live="polite">
        <RecognisedLine input={written} onVideo={start.takeTitle} />
      </p>
      {canMake && input.kind === 'topic' && (
        <Suspense fallback={null}>
          <TopicPlan topic={input.topic} />
        </Suspense>
      )}
      {canMake && all.length < 2 && <TitleField start={start} />}
      {canMake && <By start={start} />}
      {sender.failure && <Failure error={sender.failure} />}
      <StartBar start={start} onList={list} />
    </form>
  )
}

/** By whom: a question where there is a model. */
function By({ start: { writing, input, check } }: { start: Start }) {
  return (
    <Suspense fallback={null}>
      {writing.names.length === 0 && writing.known && <LocalOffer />}
      {writing.names.length > 0 && (
        <AuthorChoice
          models={writing.names}
          local={writing.local}
          input={input}
          check={check}
          onChange={writing.setWriting}
        />
      )}
    </Suspense>
  )
}

function Words({ start, area }: { start: Start; area: Area }) {
  const t = useTranslate()
  return (
    <>
      <label className="visually-hidden" htmlFor="start-input">
        {t('start.input')}
      </label>
      <textarea
        ref={area}
        id="start-input"
        rows={3}
        value={start.text}
        placeholder={t(start.mixed.all.length > 0 ? 'start.placeholder.more' : 'start.placeholder')}
        aria-describedby="start-recognised start-formats"
        onChange={(event) => start.setText(event.target.value)}
      />
    </>
  )
}

function TitleField({ start }: { start: Start }) {
  const t = useTranslate()
  return (
    <label className="field">
      <span>{t('start.title.label')}</span>
      <input
        type="text"
        value={start.title}
        maxLength={200}
        onChange={(event) => start.setTitle(event.target.value)}
      />
    </label>
  )
}
