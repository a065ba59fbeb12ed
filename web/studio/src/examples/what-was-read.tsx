/** What was read from a document, as soon as it is: how much, its locale, its headings, warnings. */
import { useQuery } from '@tanstack/react-query'
import { type Example } from '../api/examples'
import { readExtraction, type Input } from '../api/inputs'
import { useTranslate } from '../i18n'
import { useTold } from '../i18n/told'
import { usePreferences } from '../settings/use-preferences'

const HEADINGS = 5
const WARNINGS = 3
const BLOCKS_MAX = 3_000 // of a source whose headings are worth a look before the app is there

export function WhatWasRead({ example, source }: { example: Example; source: Input }) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const number = (value: number) => new Intl.NumberFormat(locale).format(value)
  const facts = [
    t('source.words', { count: number(source.word_count) }),
    t('making.blocks', { count: number(source.block_count) }),
    source.page_count && t('source.pages', { count: number(source.page_count) }),
    source.language && languageName(source.language, locale),
  ].filter(Boolean)
  return (
    <div className="read">
      <h3>{t('making.read')}</h3>
      <p className="small soft">{facts.join(' · ')}</p>
      <Headings example={example} source={source} />
      <Warnings warnings={source.warnings} />
    </div>
  )
}

function Headings({ example, source }: { example: Example; source: Input }) {
  const t = useTranslate()
  const { data } = useQuery({
    queryKey: ['headings', source.id],
    queryFn: async () => {
      const { blocks } = await readExtraction(example)
      return blocks.filter((block) => block.kind === 'heading').map((block) => block.text)
    },
    enabled: source.block_count <= BLOCKS_MAX,
    staleTime: Infinity,
  })
  if (!data?.length) return null
  const more = data.length - HEADINGS
  return (
    <ul className="read-headings" lang={source.language}>
      {data.slice(0, HEADINGS).map((text, place) => (
        <li key={place}>{text}</li>
      ))}
      {more > 0 && <li className="soft">{t('making.headings.more', { count: more })}</li>}
    </ul>
  )
}

function Warnings({ warnings }: Pick<Input, 'warnings'>) {
  const t = useTranslate()
  const say = useTold()
  const more = warnings.length - WARNINGS
  return (
    <>
      {warnings.slice(0, WARNINGS).map((warning, place) => (
        <p key={place} className="read-warning small">
          <span lang={say(warning).lang}>{say(warning).text}</span>
          {warning.page && !warning.details?.page
            ? ` (${t('source.page', { page: warning.page })})`
            : ''}
        </p>
      ))}
      {more > 0 && <p className="small soft">{t('making.warnings.more', { count: more })}</p>}
    </>
  )
}

function languageName(tag: string, language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(tag) ?? tag
}
