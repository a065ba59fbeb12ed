/** The head of a part: its title, its place among the others, and what is read before its questions. */
import type { Part } from '../api/desk'
import { useTranslate } from '../i18n'
import { Mini } from './card'
import type { Acts } from './use-acts'
import { Words } from './words'

type Props = { part: Part; acts: Acts }

export function PartHead({ part, acts }: Props) {
  const t = useTranslate()
  const { key, title } = part
  return (
    <header className="desk-part-head">
      <div className="row">
        <input
          type="text"
          className="desk-part-title"
          aria-label={t('desk.part.title')}
          dir="auto"
          maxLength={200}
          value={title}
          onChange={(event) => acts.renamePart(key, event.target.value.replaceAll('\n', ' '))}
        />
        <span className="desk-acts">
          <Mini label={t('desk.part.up')} sign="↑" onPress={() => acts.shiftPart(key, -1)} />
          <Mini label={t('desk.part.down')} sign="↓" onPress={() => acts.shiftPart(key, 1)} />
          <Mini label={t('desk.part.drop')} sign="✕" onPress={() => acts.dropPart(key)} />
        </span>
      </div>
      {part.faults.map(({ line, message }) => (
        <p key={`${line} ${message}`} className="desk-faults small" lang="en">
          {message}
        </p>
      ))}
      <Prose part={part} acts={acts} />
    </header>
  )
}

/** What is read before the questions of a part, folded away until it is asked for. */
function Prose({ part: { key, prose, reading }, acts }: Props) {
  const t = useTranslate()
  return (
    <details>
      <summary className="small soft">
        {t('desk.prose')}
        {reading.length > 0 && <> · {t('desk.part.reads', { count: reading.length })}</>}
      </summary>
      <Words
        label={t('desk.prose')}
        value={prose}
        rows={4}
        onEnter={null}
        onChange={(words) => acts.changeProse(key, words)}
      />
    </details>
  )
}
