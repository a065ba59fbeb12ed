/** The plan of a topic: what is asked, how far it is looked into, and what that takes; changed before it is sent. */
import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { howLookedUp, planTopic, wishLookedUp, type Depth, type TopicPlan } from '../api/topics'
import { useTranslate } from '../i18n'
import { useFigures } from '../i18n/figures'
import { Segments } from '../parts/segments'
import { nameEngines } from './use-engines'
import './topic-plan.css'

const SETTLED_MS = 350

export default function TopicPlanned({ topic }: { topic: string }) {
  const settled = useSettled(topic.trim())
  return <Planned key={settled} topic={settled} />
}

function Planned({ topic }: { topic: string }) {
  const t = useTranslate()
  const [wish, setWish] = useState(() => howLookedUp(topic))
  const plan = useQuery({
    queryKey: ['topic-plan', topic, wish],
    queryFn: () => planTopic(topic, wish),
    placeholderData: (before) => before,
    retry: false,
  })
  useEffect(() => wishLookedUp(topic, wish), [topic, wish])
  if (!plan.data) return null
  const depths = (['quick', 'thorough'] as const).map((value) => ({
    value,
    label: t(`topic.depth.${value}`),
  }))
  return (
    <section className="topic-plan" aria-label={t('topic.plan')}>
      <Segments<Depth>
        legend={t('topic.depth')}
        name="depth"
        value={wish.depth}
        choices={depths}
        onChange={(depth) => setWish({ depth, queries: [] })}
      />
      <Queries
        key={wish.depth}
        asked={wish.queries.length > 0 ? wish.queries : plan.data.queries}
        onChange={(queries) => setWish({ ...wish, queries })}
      />
      <Takes plan={plan.data} />
    </section>
  )
}

function Queries({ asked, onChange }: { asked: string[]; onChange: (queries: string[]) => void }) {
  const t = useTranslate()
  const [text, setText] = useState<string | null>(null)
  const change = (value: string) => {
    setText(value)
    onChange(value.split('\n').filter((line) => line.trim()))
  }
  return (
    <label className="field">
      <span>{t('topic.queries')}</span>
      <textarea
        rows={Math.min(Math.max(asked.length, 2), 8)}
        value={text ?? asked.join('\n')}
        onChange={(event) => change(event.target.value)}
      />
    </label>
  )
}

/** Where it is asked, how many pages are read, what engines charge at the most, and about how long it takes. */
function Takes({ plan }: { plan: TopicPlan }) {
  const t = useTranslate()
  const { dollars, span } = useFigures()
  const money =
    plan.microusd > 0 ? t('topic.costs', { money: dollars(plan.microusd) }) : t('topic.free')
  const engines = nameEngines(plan.engines, t('start.topic.library'))
  const where = { pages: plan.pages, engines }
  return (
    <p aria-live="polite">
      {t('topic.reads', where)} {money} {t('topic.takes', { time: span(plan.seconds) })}
    </p>
  )
}

/** What somebody has stopped writing at. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
