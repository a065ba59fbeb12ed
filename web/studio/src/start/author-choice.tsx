/** Who is to write the app, in which way, and what that will take: only where there is a model. */
import { useTranslate } from '../i18n'
import { Choices } from './choices'
import { ModelChoice } from './model-choice'
import type { Recognised } from './recognise'
import type { Check } from './use-check'
import { useAsked, useWishes, useWriting, type Writing } from './use-wishes'
import './author-choice.css'

type Props = {
  models: string[]
  local: boolean
  input: Recognised
  check: Check
  onChange: (writing: Writing) => void
}

export default function AuthorChoice({ models, local, input, check, onChange }: Props) {
  const say = useTranslate()
  const { wishes, wish, known } = useWishes()
  const asked = useAsked(input, wishes, check)
  useWriting(wishes, asked, onChange)
  if (!known) return null
  return (
    <section className="author-choice" aria-label={say('author.title')}>
      <Choices
        legend="author.title"
        name="author"
        value={wishes.author}
        onChange={(author) => wish({ author })}
        choices={[
          { value: 'offline', label: say('author.offline'), why: say('author.offline.why') },
          {
            value: 'model',
            label: say('author.model', { names: models.join(', ') }),
            why: say(local ? 'author.local.why' : 'author.model.why'),
          },
        ]}
      />
      {wishes.author === 'model' && <ModelChoice wishes={wishes} wish={wish} asked={asked} />}
    </section>
  )
}
