/** The picture that is shown with a question: of the source, with what it says to those who cannot see it. */
import type { Item } from '../api/desk'
import type { Example } from '../api/examples'
import { FigureView } from '../evidence/figure-view'
import { useTranslate } from '../i18n'
import type { Acts } from './use-acts'
import { useBlocks } from './use-blocks'
import { Words } from './words'
import './pictures.css'

type Props = { example: Example; item: Item; acts: Acts; onChoose: () => void }

export default function ItemPicture({ example, item, acts, onChoose }: Props) {
  const t = useTranslate()
  const blocks = useBlocks(example)
  const block = blocks.data?.find(({ id }) => id === item.picture)
  return (
    <div className="desk-picture">
      {block && <FigureView given={example} block={block} />}
      {blocks.data && !block && <p className="soft">{t('desk.picture.gone')}</p>}
      <Words
        shown
        label={t('desk.picture.alt')}
        value={item.picture_alt || (block?.picture?.alt ?? '')}
        onChange={(words) => acts.changeMore(item.key, { picture_alt: words })}
      />
      <p className="desk-evidence-acts">
        <button type="button" className="desk-text" onClick={onChoose}>
          {t('desk.picture.change')}
        </button>
        <button
          type="button"
          className="desk-text"
          onClick={() => acts.changeMore(item.key, { picture: '' })}
        >
          {t('desk.picture.drop')}
        </button>
      </p>
    </div>
  )
}
