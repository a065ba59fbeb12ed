/** What a document says about itself, and what a person should know about how it was read. */
import { type Input } from '../api/inputs'
import { address } from '../api/requests'
import { useTranslate } from '../i18n'
import { useTold } from '../i18n/told'
import { Facts, type Fact } from '../parts/facts'
import { Notice } from '../parts/notice'
import { usePreferences } from '../settings/use-preferences'

type Props = { input: Input; onPage: (page: number) => void }

export function SourceFacts({ input, onPage }: Props) {
  const facts = useFacts(input)
  return (
    <>
      <Facts facts={facts} look="framed" />
      {input.warnings.length > 0 && <Warnings input={input} onPage={onPage} />}
    </>
  )
}

function useFacts(input: Input): Fact[] {
  const t = useTranslate()
  const { locale } = usePreferences()
  const number = new Intl.NumberFormat(locale)
  const pages = input.page_count
    ? t('source.pages', { count: number.format(input.page_count) })
    : ''
  const words = t('source.words', { count: number.format(input.word_count) })
  return [
    [t('source.document'), <Name key="name" input={input} />],
    [t('source.authors'), input.authors.join(', ')],
    [t('source.date'), input.date],
    [t('source.licence'), input.licence],
    [t('source.language'), nameOf(input.language, locale)],
    [t('source.length'), [pages, words].filter(Boolean).join(', ')],
  ]
}

/** A file to be had again, or what another input is called. */
function Name({ input }: { input: Input }) {
  const t = useTranslate()
  if (input.url)
    return (
      <a href={input.final_url || input.url} rel="noopener noreferrer" target="_blank">
        {input.title || input.url}
      </a>
    )
  if (!input.name) return input.title
  return (
    <a href={address(`document_inputs/${input.id}/content`)} title={t('source.download')}>
      {input.name}
    </a>
  )
}

function Warnings({ input, onPage }: Props) {
  const t = useTranslate()
  const say = useTold()
  return (
    <Notice tone="warn">
      <strong>{t('source.warnings')}</strong>
      <ul className="source-warnings">
        {input.warnings.map((warning, index) => (
          <li key={index}>
            <span lang={say(warning).lang}>{say(warning).text}</span>{' '}
            {warning.page ? (
              <button
                type="button"
                className="button quiet small"
                onClick={() => onPage(warning.page ?? 0)}
              >
                {t('source.warning.page', { page: warning.page })}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function nameOf(tag: string, language: string): string {
  if (!tag) return ''
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag
  } catch (error) {
    if (error instanceof RangeError) return tag // a document may state anything as its language
    throw error
  }
}
