/** What the author offers for an item or a part, each taken by one press. */
import { useState, type ReactNode } from 'react'
import type { Candidate, Candidates } from '../api/candidates'
import type { Item } from '../api/desk'
import { useTranslate } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import { listOf } from './kinds'
import type { OffersProps } from './offers-props'
import { Summary } from './summary'
import type { Acts } from './use-acts'
import { useOffers } from './use-offers'

export default function Offered({ example, specId, ...about }: OffersProps) {
  const t = useTranslate()
  const offers = useOffers(example.id, specId, about.about?.key ?? '')
  if (offers.error) return <Failure error={offers.error} onRetry={() => void offers.refetch()} />
  if (offers.data) return <Found offers={offers.data} {...about} />
  return <Loading>{t('desk.offers.looking')}</Loading>
}

type FoundProps = Omit<OffersProps, 'example' | 'specId'> & { offers: Candidates }

function Found({ offers, acts, about, part }: FoundProps) {
  const t = useTranslate()
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const take = (name: string, act: () => void) => () => {
    act()
    setTaken((before) => new Set(before).add(name))
  }
  const isOpen = (name: string) => !taken.has(name)
  const candidates = offers.candidates
    .filter((one) => about !== null || one.part === part)
    .map((one) => [nameOf(one), one] as const)
    .filter(([name]) => isOpen(name))
  const wrong = about?.item.kind === 'choice' ? offers.distractors : []
  const others = wrong.filter(({ text }) => isOpen(text))
  if (candidates.length + others.length === 0)
    return <p className="small soft">{t('desk.offers.none')}</p>
  return (
    <ul role="list">
      {about &&
        others.map(({ text, meaning }) => (
          <Offer key={text} onTake={take(text, () => addWrong(acts, about.item, text))}>
            <p>
              ○ <bdi>{text}</bdi> {meaning && <span className="small soft">{meaning}</span>}
            </p>
          </Offer>
        ))}
      {candidates.map(([name, candidate]) => (
        <Offer key={name} onTake={take(name, () => acts.accept(candidate, about?.item.key))}>
          <p className="desk-kind">{t(`desk.kind.${candidate.kind}`)}</p>
          <Summary item={shownAs(candidate)} />
        </Offer>
      ))}
    </ul>
  )
}

function Offer({ onTake, children }: { onTake: () => void; children: ReactNode }) {
  const t = useTranslate()
  return (
    <li>
      <div>{children}</div>
      <button type="button" className="button small" onClick={onTake}>
        {t('desk.offers.take')}
      </button>
    </li>
  )
}

const nameOf = ({ kind, fields }: Candidate): string => JSON.stringify([kind, fields])

/** A wrong answer takes the place of one that is still empty. */
function addWrong(acts: Acts, { key, fields }: Item, text: string): void {
  const wrong = listOf(fields, 'distractors')
  const at = wrong.indexOf('')
  acts.change(key, { distractors: at < 0 ? [...wrong, text] : wrong.with(at, text) })
}

const shownAs = ({ kind, fields, evidence }: Candidate): Item => ({
  key: '',
  kind,
  title: '',
  activity: '',
  explanation: '',
  picture: '',
  picture_alt: '',
  fields,
  evidence,
  support: 'source',
  lines: [0, 0],
  text: '',
  faults: [],
})
