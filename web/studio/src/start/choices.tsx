/** A question with a few answers, each with why one would choose it. */
import { useId } from 'react'
import { useTranslate, type Key } from '../i18n'

type ChoicesProps<T extends string> = {
  legend: Key
  name: string
  value: T
  choices: readonly { value: T; label: string; why: string }[]
  onChange: (value: T) => void
}

export function Choices<T extends string>({
  legend,
  name,
  value,
  choices,
  onChange,
}: ChoicesProps<T>) {
  const say = useTranslate()
  const id = useId()
  return (
    <fieldset className="choices">
      <legend>{say(legend)}</legend>
      {choices.map((choice) => (
        <label key={choice.value} data-chosen={choice.value === value}>
          <input
            type="radio"
            name={`${id}-${name}`}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span>
            <strong>{choice.label}</strong>
            <span className="small soft">{choice.why}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
