/** A recording where its text is: prepared for playing when somebody asks for it, then played. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Block } from '../api/inputs'
import { prepareRecording, readPrice, readRecording, type Recording } from '../api/playing'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { Film, type Asked } from './film'
import './playing.css'

const AGAIN_MS = 2_000

type Props = { inputId: string; blocks: readonly Block[]; asked: Asked | null }

export default function RecordingPlayer({ inputId, blocks, asked }: Props) {
  const t = useTranslate()
  const { data, error, refetch } = useQuery({
    queryKey: ['recording', inputId],
    queryFn: () => readRecording(inputId),
    refetchInterval: ({ state }) => state.data?.preparation === 'under_way' && AGAIN_MS,
  })
  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <section className="player" aria-label={t('play.title')}>
      {data.preparation === 'ready' ? (
        <Film recording={data} {...{ blocks, asked }} />
      ) : (
        <Preparing recording={data} />
      )}
    </section>
  )
}

function Preparing({ recording }: { recording: Recording }) {
  const t = useTranslate()
  const queries = useQueryClient()
  const price = useQuery({
    queryKey: ['preparation', recording.id],
    queryFn: () => readPrice(recording.id),
    staleTime: Infinity,
    retry: false,
  })
  const begin = useMutation({
    mutationFn: () => prepareRecording(recording.id),
    onSuccess: (begun) => queries.setQueryData(['recording', recording.id], begun),
  })
  if (recording.preparation === 'under_way')
    return (
      <p className="soft" role="status">
        {t('play.preparing')}
      </p>
    )
  return (
    <div className="stack">
      {recording.preparation === 'failed' && <Notice tone="warn">{t('play.failed')}</Notice>}
      {begin.error && <Failure error={begin.error} />}
      {price.data !== undefined && <p className="soft">{t('play.why', { seconds: price.data })}</p>}
      <button
        type="button"
        className="button"
        disabled={begin.isPending || price.data === undefined}
        onClick={() => begin.mutate()}
      >
        {t('play.prepare')}
      </button>
    </div>
  )
}
