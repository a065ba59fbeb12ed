/** What an app begins with: what it is about in a few words, and its goals. */
import type { Desk } from '../api/desk'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { Goals } from './goals'
import type { Picking } from './picking'
import type { Acts } from './use-acts'
import { Words } from './words'

type Props = { example: Example; desk: Desk; acts: Acts; onPick: (picking: Picking) => void }

export default function Overview({ example, desk, acts, onPick }: Props) {
  const t = useTranslate()
  return (
    <section className="desk-goals" aria-labelledby="desk-overview">
      <h2 id="desk-overview">{t('desk.overview')}</h2>
      <Words
        shown
        label={t('desk.summary')}
        value={desk.summary}
        rows={2}
        onEnter={null}
        onChange={acts.changeSummary}
      />
      <Goals {...{ example, desk, acts, onPick }} />
    </section>
  )
}
