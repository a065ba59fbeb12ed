/** A spec that is read, and changed, before its app is made and paid for. */
import { useState } from 'react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { makeApp, remake, type Example } from '../api/examples'
import { quoteChange } from '../api/models'
import { SpecPane } from '../editor/spec-pane'
import { useTranslate } from '../i18n'
import { useFigures } from '../i18n/figures'
import { Failure, Notice } from '../parts/notice'
import '../editor/editor.css'

const nothing = () => undefined

export default function SpecFirst({ example }: { example: Example }) {
  const t = useTranslate()
  const [drafted, setDrafted] = useState(false)
  const [faulty, setFaulty] = useState(false)
  return (
    <section className="stack" aria-labelledby="first-title">
      <h2 id="first-title">{t('first.title')}</h2>
      <p className="soft">{t('first.why')}</p>
      <SpecPane
        example={example}
        aside="none"
        onLive={(draft) => setDrafted(draft !== null)}
        onFaulty={setFaulty}
        onSection={nothing}
      />
      <Foot example={example} unsaved={drafted || faulty} />
    </section>
  )
}

function Foot({ example, unsaved }: { example: Example; unsaved: boolean }) {
  const t = useTranslate()
  const { make, again } = useNext(example)
  const busy = make.isPending || again.isPending
  return (
    <>
      {unsaved && <Notice>{t('first.unsaved')}</Notice>}
      {[make.error, again.error].map(
        (error) => error && <Failure key={error.message} error={error} />,
      )}
      <div className="row between">
        <button
          type="button"
          className="button quiet"
          title={t('first.again.why')}
          disabled={busy}
          onClick={() => again.mutate()}
        >
          {t('first.again')}
        </button>
        <div className="row">
          <Price example={example} />
          <button
            type="button"
            className="button primary"
            disabled={busy || unsaved}
            onClick={() => make.mutate()}
          >
            {t('first.make')}
          </button>
        </div>
      </div>
    </>
  )
}

function useNext({ id }: Example) {
  const queries = useQueryClient()
  const onSettled = () => queries.invalidateQueries({ queryKey: ['example', id] })
  return {
    make: useMutation({ mutationFn: () => makeApp(id), onSettled }),
    again: useMutation({ mutationFn: () => remake(id), onSettled }),
  }
}

/** What the app itself will take; nothing is said where no model is paid for it. */
function Price({ example }: { example: Example }) {
  const t = useTranslate()
  const { dollars } = useFigures()
  const quote = useQuery({
    queryKey: ['quote', example.id, example.spec_id],
    queryFn: () => quoteChange(example.id),
    enabled: example.route === 'bespoke',
    retry: false,
  })
  if (!quote.data) return null
  const { low, likely, high } = quote.data.microusd
  const said = { likely: dollars(likely), low: dollars(low), high: dollars(high) }
  return <span className="small soft">{quote.data.refusal || t('first.price', said)}</span>
}
