/** What was made from a block, and how each item stands to it. */
import { Link } from 'wouter'
import type { Claim } from '../api/claims'
import type { Example } from '../api/examples'
import type { Block } from '../api/inputs'
import { SAYING_SIGNS } from '../claims/claim-row'
import { sayingOf, useLedger } from '../claims/use-ledger'
import { useTranslate } from '../i18n'
import type { Item } from './origins'

type Props = { example: Example; block: Block; items: readonly Item[] }

export function MadeItems({ example, block, items }: Props) {
  const t = useTranslate()
  const { data } = useLedger(example)
  const here = (data?.claims ?? []).filter(({ spans }) =>
    spans.some((span) => span.block === block.id),
  )
  return (
    <details className="source-items">
      <summary>{t('source.items', { count: items.length })}</summary>
      <ul>
        {items.map((item) => (
          <li key={item.line}>
            {item.text}
            <Saying claim={claimOf(item, here)} block={block} />
          </li>
        ))}
      </ul>
      <Link href={`/examples/${example.id}/advanced`}>{t('source.edit')}</Link>
    </details>
  )
}

/** The claim that a line of the spec makes: goals and texts make none. */
export const claimOf = ({ text }: Item, claims: readonly Claim[]): Claim | undefined =>
  claims.find((claim) => plain(claim.text).includes(plain(text)))

const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Its verdict, and beside other words the sentence of this block that they are said for. */
function Saying({ claim, block }: { claim: Claim | undefined; block: Block }) {
  const t = useTranslate()
  if (!claim) return null
  const saying = sayingOf(claim)
  const sign = saying === 'checked' ? '✓' : SAYING_SIGNS[saying]
  const beside = saying === 'quoted' ? [] : claim.spans.filter((span) => span.block === block.id)
  return (
    <span className="source-saying small" data-saying={saying}>
      <span aria-hidden="true">{sign}</span>{' '}
      {saying === 'checked' ? t('desk.support.checked') : t(`claims.${saying}`)}
      {beside.map((span) => (
        <q key={span.sentence} dir="auto">
          {span.text}
        </q>
      ))}
    </span>
  )
}
