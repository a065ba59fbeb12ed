/** The items that rest on changed sentences: the sentence then and now, the item as it is and as it would be. */
import { useState } from 'react'
import type { Affected, Visit } from '../api/source-visits'
import { useTranslate } from '../i18n'
import { Notice } from '../parts/notice'

type ItemsProps = { visit: Visit; busy: boolean; onSettle: (take: string[]) => void }

export function AffectedItems({ visit, busy, onSettle }: ItemsProps) {
  const t = useTranslate()
  const items = visit.items ?? []
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const take = items.map(({ item }) => item).filter((key) => !left.has(key))
  const choose = (key: string, taken: boolean) => {
    const next = new Set(left)
    if (taken) next.delete(key)
    else next.add(key)
    setLeft(next)
  }
  if (items.length === 0) return <Elsewhere {...{ visit, busy, onSettle }} />
  return (
    <>
      <p>{t('visit.how')}</p>
      <ol role="list" className="visit-items">
        {items.map((item) => (
          <li key={item.item}>
            <AffectedItem
              item={item}
              taken={!left.has(item.item)}
              onChoose={(taken) => choose(item.item, taken)}
            />
          </li>
        ))}
      </ol>
      <Decide {...{ take, busy, onSettle }} />
    </>
  )
}

/** Sentences have changed on which nothing rests: to be noted, and no more. */
function Elsewhere({ visit, busy, onSettle }: ItemsProps) {
  const t = useTranslate()
  return (
    <Notice>
      <div className="row between">
        <span>{t('visit.elsewhere', { count: visit.changes ?? 0 })}</span>
        <button type="button" className="button" disabled={busy} onClick={() => onSettle([])}>
          {t('visit.noted')}
        </button>
      </div>
    </Notice>
  )
}

type DecideProps = Omit<ItemsProps, 'visit'> & { take: string[] }

function Decide({ take, busy, onSettle }: DecideProps) {
  const t = useTranslate()
  return (
    <>
      <div className="row">
        <button
          type="button"
          className="button primary"
          disabled={busy || take.length === 0}
          onClick={() => onSettle(take)}
        >
          {t('visit.take', { count: take.length })}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => onSettle([])}>
          {t('visit.leave')}
        </button>
      </div>
      <p className="small soft">{t('visit.published')}</p>
    </>
  )
}

type ItemProps = { item: Affected; taken: boolean; onChoose: (taken: boolean) => void }

function AffectedItem({ item, taken, onChoose }: ItemProps) {
  const t = useTranslate()
  const gone = t('visit.nothing')
  return (
    <div className="visit-item" data-taken={taken}>
      <p className="small soft">
        {item.section} · {item.activity}
      </p>
      {item.changes.map((change) => (
        <div className="visit-pair" key={change.references.join()}>
          <Said label={t('visit.was')} text={change.before} />
          <Said label={t('visit.now')} text={change.after || gone} soft={!change.after} />
        </div>
      ))}
      <div className="visit-pair">
        <Said label={t('visit.item')} text={plain(item.text)} />
        <Said
          label={t('visit.proposed')}
          text={plain(item.proposed) || t('visit.out')}
          soft={!item.proposed}
        />
      </div>
      <label className="visit-choice">
        <input
          type="checkbox"
          checked={taken}
          onChange={(event) => onChoose(event.target.checked)}
        />
        {t(item.proposed ? 'visit.choose' : 'visit.choose.out')}
      </label>
    </div>
  )
}

function Said({ label, text, soft = false }: { label: string; text: string; soft?: boolean }) {
  return (
    <div className="visit-said">
      <span className="small soft">{label}</span>
      <p dir="auto" className={soft ? 'soft' : ''}>
        {text}
      </p>
    </div>
  )
}

/** An item without the signs that it is written with: list marks, gaps and stress. */
const plain = (text: string) =>
  text
    .replace(/^(?:[-*]|\d+[.)])\s+/gm, '')
    .replace(/\[\[([^\]|]*)(?:\|[^\]]*)?\]\]/g, '$1')
    .replace(/\*\*/g, '')
