/** What can go with a question beside its answers: a picture, and what is told once it is answered. */
import { lazy, Suspense, useState } from 'react'
import type { Item } from '../api/desk'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import type { Acts } from './use-acts'
import { Words } from './words'

const ItemPicture = lazy(() => import('./item-picture'))

type Props = {
  example: Example
  item: Item
  acts: Acts
  /** Asks for a picture; null where there is no source to have one. */
  onPicture: (() => void) | null
}

export function ItemMore({ example, item, acts, onPicture }: Props) {
  const t = useTranslate()
  const [asked, setAsked] = useState(false)
  const told = item.explanation !== '' || asked
  return (
    <>
      {item.picture !== '' && onPicture && (
        <Suspense fallback={null}>
          <ItemPicture example={example} item={item} acts={acts} onChoose={onPicture} />
        </Suspense>
      )}
      {told && (
        <Words
          shown
          label={t('desk.explanation')}
          value={item.explanation}
          onChange={(explanation) => acts.changeMore(item.key, { explanation })}
        />
      )}
      <div className="desk-more">
        {!told && (
          <button type="button" className="desk-link" onClick={() => setAsked(true)}>
            + {t('desk.explanation')}
          </button>
        )}
        {item.picture === '' && onPicture && (
          <button type="button" className="desk-link" onClick={onPicture}>
            + {t('desk.picture')}
          </button>
        )}
      </div>
    </>
  )
}
