/** All keyboard shortcuts of the studio in one dialog; `?` opens it anywhere outside a field. */
import { useEffect, useRef } from 'react'
import { useTranslate, type Key } from '../i18n'
import { DESK_SHORTCUTS } from '../desk/shortcuts'
import { LIBRARY_SHORTCUTS } from '../library/shortcuts'
import { usePreferences } from '../settings/use-preferences'
import { keyName } from './key-names'
import './keys-help.css'

const STUDIO: readonly { keys: readonly string[]; label: Key }[] = [
  { keys: ['Mod', 'K'], label: 'keys.palette' },
  { keys: ['?'], label: 'keys.title' },
  { keys: ['g', 'n'], label: 'keys.start' },
  { keys: ['g', 'l'], label: 'nav.library' },
  { keys: ['g', 's'], label: 'nav.settings' },
  { keys: ['←', '→'], label: 'keys.tabs' },
]

export default function KeysHelp({ onClose }: { onClose: () => void }) {
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="keys-help" aria-labelledby="keys-title" onClose={onClose}>
      <div className="keys-head">
        <h2 id="keys-title">{t('keys.title')}</h2>
        <button type="button" className="button" onClick={() => dialog.current?.close()}>
          {t('action.close')}
        </button>
      </div>
      <KeyList list={STUDIO} />
      <h3>{t('keys.desk')}</h3>
      <KeyList list={DESK_SHORTCUTS} />
      <h3>{t('keys.library')}</h3>
      <KeyList list={LIBRARY_SHORTCUTS} />
    </dialog>
  )
}

function KeyList({ list }: { list: typeof STUDIO }) {
  const t = useTranslate()
  const { language } = usePreferences()
  return (
    <dl>
      {list.map(({ keys, label }) => (
        <div key={label}>
          <dt>{t(label)}</dt>
          <dd dir="ltr">
            {keys.map((key) => (
              <kbd key={key}>{keyName(key, language)}</kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
