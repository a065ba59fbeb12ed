/** The button by which a person stands by what no rule vouches for, and who has. */
import type { Claim } from '../api/claims'
import { useTranslate } from '../i18n'
import { Failure } from '../parts/notice'
import { usePreferences } from '../settings/use-preferences'
import { isOpen, sayingOf, useChecking } from './use-ledger'
import './claims.css'

type Props = {
  exampleId: string
  specId: string
  claims: readonly Claim[]
  /** What it is about, for those who hear the button alone. */
  about: string
  /** Whether it has to be told what the rules say: nothing beside it does. */
  told?: boolean
}

export default function ClaimCheck({ exampleId, specId, claims, about, told }: Props) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const checking = useChecking(exampleId, specId)
  const open = claims.filter(isOpen)
  const checked = claims.filter((claim) => sayingOf(claim) === 'checked')
  const last = checked
    .map(({ confirmed_at: at = '' }) => at)
    .sort()
    .at(-1)
  const say = (of: readonly Claim[], confirmed: boolean) =>
    checking.mutate({ items: of.map(({ item }) => item), confirmed })
  const date = last && new Date(last).toLocaleDateString(locale, { dateStyle: 'medium' })
  return (
    <span className="claim-check">
      {told && open.length > 0 && <RulesSay claims={open} />}
      {open.some((claim) => claim.asked_again) && <span>{t('claims.again')} </span>}
      {open.length === 0 && date && <span>✓ {t('claims.checked', { date })} </span>}
      <button
        type="button"
        className="claim-link"
        aria-disabled={checking.isPending}
        onClick={() => !checking.isPending && (open.length ? say(open, true) : say(checked, false))}
      >
        {t(open.length ? 'claims.check' : 'claims.withdraw')}
        <span className="visually-hidden">: {about}</span>
      </button>
      {checking.error && <Failure error={checking.error} />}
    </span>
  )
}

/** The worst that the rules say of these claims. */
function RulesSay({ claims }: { claims: readonly Claim[] }) {
  const t = useTranslate()
  const lost = claims.some((claim) => sayingOf(claim) === 'unsupported')
  return <span>{lost ? `⚠ ${t('claims.unsupported')}` : `≈ ${t('claims.compare')}`}</span>
}
