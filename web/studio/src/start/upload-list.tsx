/** The chosen files: size, how much has been sent, and what became of each. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { getExample, whileMaking } from '../api/examples'
import { useTranslate } from '../i18n'
import { useTold } from '../i18n/told'
import { ErrorText } from '../parts/notice'
import { usePreferences } from '../settings/use-preferences'
import { shownStatus, StatusBadge } from '../parts/status-badge'
import { fileSize } from './recognise'
import type { Upload } from './uploads'

export function UploadList({
  uploads,
  onRemove,
}: {
  uploads: Upload[]
  onRemove: (key: string) => void
}) {
  const t = useTranslate()
  return (
    <ul role="list" className="start-files" aria-label={t('start.files')}>
      {uploads.map((upload) => (
        <li key={upload.key}>
          <UploadLine upload={upload} onRemove={() => onRemove(upload.key)} />
        </li>
      ))}
    </ul>
  )
}

function UploadLine({ upload, onRemove }: { upload: Upload; onRemove: () => void }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const { file, state, share, error, example } = upload
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(share)
  return (
    <>
      <FileMark name={file.name} />
      <span className="file-name">
        {example ? <Link href={`/examples/${example.id}`}>{file.name}</Link> : file.name}
        <span className="small soft"> {fileSize(file.size, locale)}</span>
        {error && (
          <span role="alert" className="file-error small">
            <ErrorText error={error} />
          </span>
        )}
      </span>
      {state === 'sending' && (
        <span className="row file-state small soft">
          <progress aria-label={t('start.sending', { name: file.name })} value={share} max={1} />
          {percent}
        </span>
      )}
      {example && <Made id={example.id} />}
      {(state === 'chosen' || state === 'refused') && (
        <button type="button" className="button quiet" onClick={onRemove}>
          {t('start.remove')} <span className="visually-hidden">{file.name}</span>
        </button>
      )}
    </>
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

function FileMark({ name }: { name: string }) {
  const ending = /\.(\w{1,5})$/.exec(name)?.[1] ?? '?'
  return (
    <span className="file-mark" aria-hidden="true">
      {ending}
    </span>
  )
}
