/** How learners fared with a question: how many went wrong, and what they took for right. */
import type { ExerciseUse } from '../api/usage'
import { useTranslate } from '../i18n'

export function UseNote({ use: { right, wrong, confused_with: confused } }: { use: ExerciseUse }) {
  const t = useTranslate()
  const mostly = confused[0]?.choice
  return (
    <p className="desk-use small" data-hard={wrong > right}>
      {t('desk.use', { wrong, count: right + wrong })}
      {mostly && <> · {t('desk.use.mostly', { choice: mostly })}</>}
    </p>
  )
}
