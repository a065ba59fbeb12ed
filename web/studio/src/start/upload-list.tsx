/** The chosen files: size, how much has been sent, and what became of each. */
import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { getExample, whileMaking } from '../api/examples'
import { captionsOf, goesInParts, isRecording } from '../api/recordings'
import { useTranslate } from '../i18n'
import { useTold } from '../i18n/told'
import { ErrorText } from '../parts/notice'
import { usePreferences } from '../settings/use-preferences'
import { shownStatus, StatusBadge } from '../parts/status-badge'
import { fileSize } from './recognise'
import { isPaused, pause, resume } from '../uploads/pause'
import type { Upload } from '../uploads/queue'
import { queue } from '../uploads/use-queue'

export function UploadList({ uploads }: { uploads: readonly Upload[] }) {
  const t = useTranslate()
  return (
    <ul role="list" className="start-files" aria-label={t('start.files')}>
      {uploads.map((upload) => (
        <li key={upload.key}>
          <UploadLine upload={upload} />
        </li>
      ))}
    </ul>
  )
}

function UploadLine({ upload }: { upload: Upload }) {
  const { locale } = usePreferences()
  const { file, error, example } = upload
  return (
    <>
      <FileMark name={file.name} />
      <span className="file-name">
        {example ? <Link href={`/examples/${example.id}`}>{file.name}</Link> : file.name}
        <span className="small soft file-size"> {fileSize(file.size, locale)}</span>
        <WithCaptions file={file} />
        {error && (
          <span role="alert" className="file-error small">
            <ErrorText error={error} />
          </span>
        )}
      </span>
      <OnItsWay upload={upload} />
      {example && <Made id={example.id} />}
      <WithFile upload={upload} />
    </>
  )
}

/** Of a recording: which file tells what is said in it, or that one is still needed. */
function WithCaptions({ file }: { file: File }) {
  const t = useTranslate()
  if (!isRecording(file)) return null
  const name = captionsOf(file)?.name
  return (
    <span className="small soft">
      {' · '}
      {name ? t('start.captions', { name }) : t('start.captions.none')}
    </span>
  )
}

/** How much of it is sent, or that it needs not be. */
function OnItsWay({ upload: { file, state, share } }: { upload: Upload }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  if (state === 'here') return <span className="small soft">{t('uploads.here')}</span>
  if (state !== 'sending') return null
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
  return (
    <span className="row file-state small soft">
      <progress aria-label={t('start.sending', { name: file.name })} value={share} max={1} />
      {percent}
      {goesInParts(file) && <Pause file={file} />}
    </span>
  )
}

function Pause({ file }: { file: File }) {
  const t = useTranslate()
  const [paused, setPaused] = useState(() => isPaused(file))
  const press = () => {
    ;(paused ? resume : pause)(file)
    setPaused(!paused)
  }
  return (
    <button type="button" className="button quiet" onClick={press}>
      {t(paused ? 'uploads.resume' : 'uploads.pause')}{' '}
      <span className="visually-hidden">{file.name}</span>
    </button>
  )
}

/** What may be done with a file that is not on its way. */
function WithFile({ upload: { key, file, state } }: { upload: Upload }) {
  const t = useTranslate()
  if (state === 'sending' || state === 'sent') return null
  const here = state === 'here'
  return (
    <button
      type="button"
      className="button quiet"
      onClick={() => (here ? queue.again(key) : queue.remove(key))}
    >
      {t(here ? 'uploads.again' : 'start.remove')}{' '}
      <span className="visually-hidden">{file.name}</span>
    </button>
  )
}

/** What has become of a file that was sent: it is followed until its app is made. */
function Made({ id }: { id: string }) {
  const example = useQuery({
    queryKey: ['example', id],
    queryFn: () => getExample(id),
    refetchInterval: ({ state }) => whileMaking(state.data && [state.data]),
  })
  const say = useTold()
  if (!example.data) return null
  const { reason_code: code, reason: message, reason_details: details } = example.data
  const reason = message ? say({ code, message, details }) : { text: '', lang: undefined }
  return (
    <span className="file-state">
      <StatusBadge status={shownStatus(example.data)} />
      {reason.text && (
        <span className="small soft" lang={reason.lang}>
          {reason.text}
        </span>
      )}
    </span>
  )
}

export function FileMark({ name }: { name: string }) {
  const ending = /\.(\w{1,5}|[?▶])$/.exec(name)?.[1] ?? '?'
  return (
    <span className="file-mark" aria-hidden="true">
      {ending}
    </span>
  )
}
