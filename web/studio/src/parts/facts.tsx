/** Facts by name, as a list of pairs: what is empty is left out. */
import type { ReactNode } from 'react'
import './facts.css'

export type Fact = readonly [name: string, value: ReactNode]

/** `look`: in a frame of its own, in wide columns, or small within something else. */
type Props = { facts: readonly Fact[]; look: 'framed' | 'wide' | 'small' }

export function Facts({ facts, look }: Props) {
  return (
    <dl className={`facts ${look}`}>
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
