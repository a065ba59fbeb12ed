/** The head of a part: its title, its place among the others, and what is read before its questions. */
import { lazy, Suspense, useState } from 'react'
import type { Part } from '../api/desk'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { Mini } from './card'
import type { Picking } from './picking'
import { ToldFaults } from './told-faults'
import type { Acts } from './use-acts'
import { Words } from './words'

const Reading = lazy(() => import('./reading'))

type Props = {
  example: Example
  part: Part
  acts: Acts
  /** Whether there is a source of which something can be shown. */
  source: boolean
  onPick: (picking: Picking) => void
}

export function PartHead(props: Props) {
  const { part, acts } = props
  const t = useTranslate()
  const { key, title } = part
  return (
    <header className="desk-part-head">
      <div className="row">
        <Words
          className="desk-part-title"
          label={t('desk.part.title')}
          value={title}
          onEnter={() => undefined}
          onChange={(words) => acts.renamePart(key, words.replaceAll('\n', ' ').slice(0, 200))}
        />
        <span className="desk-acts">
          <Mini label={t('desk.part.up')} sign="↑" onPress={() => acts.shiftPart(key, -1)} />
          <Mini label={t('desk.part.down')} sign="↓" onPress={() => acts.shiftPart(key, 1)} />
          <Mini label={t('desk.part.drop')} sign="✕" onPress={() => acts.dropPart(key)} />
        </span>
      </div>
      <ToldFaults faults={part.faults} />
      <ToRead {...props} />
    </header>
  )
}

/** What is read before the questions of a part, folded away until it is asked for. */
function ToRead({ example, part, acts, source, onPick }: Props) {
  const t = useTranslate()
  const [open, setOpen] = useState(false)
  const { key, prose, reading } = part
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="small soft">
        {t('desk.reading')}
        {reading.length > 0 && <> · {t('desk.part.reads', { count: reading.length })}</>}
      </summary>
      <Words
        shown
        label={t('desk.prose')}
        value={prose}
        rows={2}
        onEnter={null}
        onChange={(words) => acts.changeProse(key, words)}
      />
      <Suspense fallback={null}>
        {open && source && <Reading {...{ example, part, acts, onPick }} />}
      </Suspense>
    </details>
  )
}
