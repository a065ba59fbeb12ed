/** What is to be known of an app before it is used. */
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { useTold } from '../i18n/told'

/** `but` is the code of one that is told elsewhere on the page. */
export function Warnings({ example, but = '' }: { example: Example; but?: string }) {
  const say = useTranslate()
  const told = useTold()
  const warnings = example.warnings.filter(({ code }) => code !== but)
  if (warnings.length === 0) return null
  return (
    <section className="notice warn" aria-label={say('made.warnings')}>
      <ul role="list" className="made-warnings">
        {warnings.map((warning, index) => (
          <li key={index} lang={told(warning).lang}>
            {told(warning).text}
          </li>
        ))}
      </ul>
    </section>
  )
}
