/** One claim: what it says, how it stands to its source, and the sentences to compare it with. */
import { Link } from 'wouter'
import type { Claim } from '../api/claims'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import ClaimCheck from './claim-check'
import { isOpen, sayingOf } from './use-ledger'

export const SAYING_SIGNS = {
  quoted: '✓',
  restated: '✓',
  compare: '≈',
  unsupported: '⚠',
  own: '✎',
} as const

/** What the rules say of it, whoever else has looked. */
const toldByRules = (claim: Claim) =>
  sayingOf({ ...claim, confirmed_by: '' }) as keyof typeof SAYING_SIGNS

export function ClaimRow({ example, claim }: { example: Example; claim: Claim }) {
  const t = useTranslate()
  const saying = sayingOf(claim)
  const told = toldByRules(claim)
  const asks = isOpen(claim) || saying === 'checked'
  const { id, spec_id: specId, route } = example
  return (
    <li className="claim" data-saying={saying}>
      <p dir="auto">{claim.text}</p>
      <p className="small claim-saying">
        <span aria-hidden="true">{SAYING_SIGNS[told]}</span> {t(`claims.${told}`)}
      </p>
      {saying !== 'quoted' &&
        claim.spans.map((span) => (
          <p key={`${span.block}.${span.sentence}`} className="small claim-span">
            {span.label && <span className="soft">{span.label}: </span>}
            <q dir="auto">{span.text}</q>
          </p>
        ))}
      <p className="small claim-acts">
        {asks && <ClaimCheck {...{ specId }} exampleId={id} claims={[claim]} about={claim.text} />}
        {route !== 'bespoke' && (
          <Link href={`/examples/${id}/edit?item=${claim.exercise}`}>
            {t('claims.edit')}
            <span className="visually-hidden">: {claim.text}</span>
          </Link>
        )}
      </p>
    </li>
  )
}
