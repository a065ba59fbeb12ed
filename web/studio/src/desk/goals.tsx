/** The goals of an app, each to be written, moved, taken out, and given its place in the source. */
import type { Desk, Goal } from '../api/desk'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { Mini } from './card'
import { EvidenceNote } from './evidence-note'
import { SUPPORT_SIGNS } from './support'
import type { Picking } from './picking'
import { ToldFaults } from './told-faults'
import type { Acts } from './use-acts'
import { Words } from './words'

type Props = { example: Example; desk: Desk; acts: Acts; onPick: (picking: Picking) => void }

export function Goals({ example, desk, acts, onPick }: Props) {
  const t = useTranslate()
  return (
    <>
      <h3>{t('desk.goals')}</h3>
      <p className="soft small">{t('desk.goals.lead')}</p>
      <ul role="list">
        {desk.goals.map((goal, at) => (
          <li key={goal.key}>
            <Words
              label={t('desk.goal', { number: at + 1 })}
              value={goal.text}
              onChange={(text) => acts.changeGoal(goal.key, text)}
            />
            <GoalActs goal={goal} number={at + 1} acts={acts} />
            {desk.source && (
              <details>
                <summary className="desk-support small" data-support={goal.support}>
                  {SUPPORT_SIGNS[goal.support]} {t(`desk.support.${goal.support}`)}
                </summary>
                <EvidenceNote
                  {...{ example, desk }}
                  of={goal}
                  onPick={() => onPick({ what: 'goal', goal: goal.key })}
                  onRelease={() => acts.setGoalEvidence(goal.key, [])}
                />
              </details>
            )}
            <ToldFaults faults={goal.faults} />
          </li>
        ))}
      </ul>
      <button type="button" className="desk-link" onClick={acts.addGoal}>
        + {t('desk.goal.add')}
      </button>
    </>
  )
}

function GoalActs({ goal, number, acts }: { goal: Goal; number: number; acts: Acts }) {
  const t = useTranslate()
  const { key } = goal
  return (
    <span className="desk-acts">
      <Mini
        label={t('desk.goal.up', { number })}
        sign="↑"
        onPress={() => acts.shiftGoal(key, -1)}
      />
      <Mini
        label={t('desk.goal.down', { number })}
        sign="↓"
        onPress={() => acts.shiftGoal(key, 1)}
      />
      <Mini label={t('desk.goal.drop', { number })} sign="✕" onPress={() => acts.dropGoal(key)} />
    </span>
  )
}
