/** The passages and pictures of the source that a part shows before its questions. */
import type { Part } from '../api/desk'
import type { Example } from '../api/examples'
import type { Block } from '../api/inputs'
import { FigureView } from '../evidence/figure-view'
import { useTranslate } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import { Mini } from './card'
import type { Picking } from './picking'
import type { Acts } from './use-acts'
import { useBlocks } from './use-blocks'
import './pictures.css'

type Props = { example: Example; part: Part; acts: Acts; onPick: (picking: Picking) => void }

export default function Reading({ example, part, acts, onPick }: Props) {
  const t = useTranslate()
  const { data: blocks, error, refetch } = useBlocks(example)
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!blocks) return <Loading />
  return (
    <>
      <ol className="desk-passages" role="list" aria-label={t('desk.reading')}>
        {part.reading.map((id, at) => (
          <li key={`${id} ${at}`}>
            <Passage example={example} block={blocks.find((block) => block.id === id)} />
            <PassageActs part={part} at={at} acts={acts} />
          </li>
        ))}
      </ol>
      <div className="desk-more">
        <button
          type="button"
          className="desk-link"
          onClick={() => onPick({ what: 'passage', part })}
        >
          + {t('desk.reading.add')}
        </button>
        <button
          type="button"
          className="desk-link"
          onClick={() => onPick({ what: 'figure', part })}
        >
          + {t('desk.picture')}
        </button>
      </div>
    </>
  )
}

function PassageActs({ part: { key, reading }, at, acts }: Pick<Props, 'part' | 'acts'> & At) {
  const t = useTranslate()
  const number = at + 1
  const rest = reading.toSpliced(at, 1)
  const up = () => {
    const id = reading[at]
    if (id && at > 0) acts.changeReading(key, rest.toSpliced(at - 1, 0, id))
  }
  const drop = () => acts.changeReading(key, rest)
  return (
    <span>
      <Mini label={t('desk.reading.up', { number })} sign="↑" onPress={up} />
      <Mini label={t('desk.reading.drop', { number })} sign="✕" onPress={drop} />
    </span>
  )
}

type At = { at: number }

function Passage({ example, block }: { example: Example; block: Block | undefined }) {
  const t = useTranslate()
  if (!block) return <p className="soft">{t('desk.picture.gone')}</p>
  if (block.kind === 'figure') return <FigureView given={example} block={block} />
  return (
    <p className={block.kind} dir="auto">
      {block.text}
    </p>
  )
}
