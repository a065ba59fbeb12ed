/** Pick a picture of the source: to be shown with a question, or among what is read. */
import type { Example } from '../api/examples'
import type { Block } from '../api/inputs'
import { FigureView } from '../evidence/figure-view'
import { placeOf } from '../evidence/references'
import { useTranslate } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import { PickDialog } from './pick-dialog'
import { useBlocks } from './use-blocks'
import './pictures.css'

type Props = { example: Example; onPick: (block: string) => void; onClose: () => void }

export default function PicturePicker({ example, onPick, onClose }: Props) {
  const t = useTranslate()
  const blocks = useBlocks(example)
  const figures = blocks.data?.filter(({ picture }) => picture)
  return (
    <PickDialog title={t('desk.pictures')} onClose={onClose}>
      {blocks.error && <Failure error={blocks.error} onRetry={() => void blocks.refetch()} />}
      {blocks.isPending && <Loading />}
      {figures?.length === 0 && <p className="soft">{t('desk.pictures.none')}</p>}
      <ul className="desk-pictures" role="list">
        {figures?.map((block, at) => (
          <li key={block.id}>
            <Choice example={example} block={block} number={at + 1} onPick={onPick} />
          </li>
        ))}
      </ul>
    </PickDialog>
  )
}

type ChoiceProps = { example: Example; block: Block; number: number; onPick: Props['onPick'] }

function Choice({ example, block, number, onPick }: ChoiceProps) {
  const t = useTranslate()
  return (
    <button type="button" onClick={() => onPick(block.id)}>
      <span className="visually-hidden">
        {t('desk.picture.number', { number })} {placeOf(block, t)}
      </span>
      <FigureView given={example} block={block} />
    </button>
  )
}
