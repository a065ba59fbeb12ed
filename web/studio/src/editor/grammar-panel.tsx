/** The grammar on half a page: every heading and kind with an example that a click puts in. */
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/use-preferences'
import { chord } from '../shell/key-names'
import { itemsOf, KINDS } from './grammar'

export function GrammarPanel({ onInsert }: { onInsert: (text: string) => void }) {
  const t = useTranslate()
  const { language } = usePreferences()
  return (
    <section className="grammar stack" aria-label={t('edit.grammar')}>
      <p className="small">{t('grammar.lead')}</p>
      <dl className="small">
        {(['section', 'read', 'evidence', 'own', 'escape', 'keys'] as const).map((rule) => (
          <div key={rule}>
            <dt>
              <code>{rule === 'keys' ? chord(['Ctrl', 'Space'], language) : MARKS[rule]}</code>
            </dt>
            <dd>{t(`grammar.${rule}`)}</dd>
          </div>
        ))}
      </dl>
      <ul role="list" className="kinds">
        {KINDS.map((kind) => {
          const text = `### ${kind.heading}: …\n${itemsOf(kind, 'own')}`
          return (
            <li key={kind.heading}>
              <div className="row between">
                <strong>{kind.heading}</strong>
                <button
                  type="button"
                  className="button quiet small"
                  aria-label={`${t('grammar.insert')}: ${kind.heading}`}
                  onClick={() => onInsert(`\n${text}\n`)}
                >
                  {t('grammar.insert')}
                </button>
              </div>
              <pre tabIndex={0}>{itemsOf(kind, 'b12.3')}</pre>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const MARKS = {
  section: '## Section: …',
  read: 'Read: b3-b9',
  evidence: '{b12.3}',
  own: '{own}',
  escape: '\\{',
} as const
