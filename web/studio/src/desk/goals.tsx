/** The goals of an app, each to be written, and taken out. */
import type { Goal } from '../api/desk'
import { useTranslate } from '../i18n'
import { Mini } from './card'
import type { Acts } from './use-acts'
import { Words } from './words'

export function Goals({ goals, acts }: { goals: readonly Goal[]; acts: Acts }) {
  const t = useTranslate()
  return (
    <section className="desk-goals" aria-labelledby="desk-goals">
      <h2 id="desk-goals">{t('desk.goals')}</h2>
      <p className="soft small">{t('desk.goals.lead')}</p>
      <ul role="list">
        {goals.map((goal, at) => (
          <li key={goal.key}>
            <Words
              label={t('desk.goal', { number: at + 1 })}
              value={goal.text}
              onChange={(text) => acts.changeGoal(goal.key, text)}
            />
            <Mini
              label={t('desk.goal.drop', { number: at + 1 })}
              sign="✕"
              onPress={() => acts.dropGoal(goal.key)}
            />
          </li>
        ))}
      </ul>
      <button type="button" className="desk-link" onClick={acts.addGoal}>
        + {t('desk.goal.add')}
      </button>
    </section>
  )
}
