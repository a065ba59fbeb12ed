/** One of a few choices, all of them in sight: radio buttons that look like one button. */
import './segments.css'

type Props<T extends string> = {
  legend: string
  name: string
  value: T
  choices: readonly { value: T; label: string }[]
  onChange: (value: T) => void
}

export function Segments<T extends string>({ legend, name, value, choices, onChange }: Props<T>) {
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={value === choice.value}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
