/** Below the input: a file chooser, what can be given, and what to do with it. */
import { useTranslate } from '../i18n'
import { API_BASE } from '../api/client'
import { isOpen } from '../uploads/queue'
import { queue } from '../uploads/use-queue'
import type { Start } from './use-start'

// Only a page of one's own machine, whose API is its own too, can promise this.
const LOCAL = API_BASE === '' && ['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname)

/** Whether nothing leaves this machine: no model is asked, and no site. */
const isPrivate = ({ writing, written, mixed }: Start) =>
  LOCAL &&
  writing.offline &&
  [written, ...mixed.all.map(({ what }) => what)].every(
    ({ kind }) => kind !== 'link' && kind !== 'topic',
  )

export function StartBar({ start, onList }: { start: Start; onList: () => void }) {
  const t = useTranslate()
  return (
    <div className="start-bar">
      <input
        id="start-file"
        type="file"
        multiple
        className="visually-hidden"
        onChange={(event) => {
          start.take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <label className="button" htmlFor="start-file">
        {t('start.choose')}
      </label>
      {start.canList && (
        <button type="button" className="button" onClick={onList}>
          {t(start.mixed.all.length > 0 ? 'start.list.more' : 'start.list')}
        </button>
      )}
      <p id="start-formats" className="soft small">
        {t('start.formats')} {isPrivate(start) && t('start.private')}
      </p>
      <Go start={start} />
    </div>
  )
}

function Go({ start: { all, canMake, pending, writing } }: { start: Start }) {
  const t = useTranslate()
  if (all.length === 0 || all.some(isOpen))
    return (
      <button
        type="submit"
        className="button primary"
        aria-disabled={!canMake || writing.blocked || pending}
      >
        {pending ? t('start.pending') : t('start.make')}
      </button>
    )
  if (!all.some(({ example }) => example)) return null
  return (
    <button type="button" className="button" onClick={queue.clear}>
      {t('start.more')}
    </button>
  )
}
