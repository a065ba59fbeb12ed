/** What the input was recognised as, and what to do with what Praxeo cannot take yet. */
import { useEffect } from 'react'
import { useQuery } from '@tanstack/react-query'
import { clock, knowsVideos, readVideo } from '../api/youtube'
import { useTranslate } from '../i18n'
import { MINIMUM_WORDS, type Recognised } from './recognise'
import { isOwn, useEngineNames, useEngines } from './use-engines'

export function RecognisedLine({
  input,
  onVideo,
}: {
  input: Recognised
  onVideo: (title: string) => void
}) {
  const t = useTranslate()
  switch (input.kind) {
    case 'files':
      return input.files.length > 1 ? (
        <>{t('start.recognised.files', { count: input.files.length })}</>
      ) : null
    case 'text':
    case 'video':
    case 'transcript':
      return input.words >= MINIMUM_WORDS ? (
        <>{t(`start.recognised.${input.kind}`, { count: input.words })}</>
      ) : (
        <>{t('start.recognised.short', { count: input.words, minimum: MINIMUM_WORDS })}</>
      )
    case 'link':
      return (
        <>
          <strong>{t('start.recognised.link')}</strong> {t('start.link.fetched')}
        </>
      )
    case 'topic':
      return <TopicLine />
    case 'youtube':
      return (
        <>
          <strong>{t('start.recognised.youtube')}</strong> {t('start.youtube.captions')}
          {knowsVideos && <VideoLine id={input.id} onVideo={onVideo} />}
        </>
      )
    default:
      return null
  }
}

/** Where a topic is looked up, or what to give where it cannot be. */
function TopicLine() {
  const t = useTranslate()
  const engines = useEngines()
  const names = useEngineNames()
  return (
    <>
      <strong>{t('start.recognised.topic')}</strong>{' '}
      {isOwn(engines)
        ? t('start.topic.own')
        : engines.length
          ? t('start.topic.fetched', { engines: names })
          : t('start.topic.later')}
    </>
  )
}

/** Title, channel and length of the video; nothing if YouTube does not answer. */
function VideoLine({ id, onVideo }: { id: string; onVideo: (title: string) => void }) {
  const t = useTranslate()
  const video = useQuery({
    queryKey: ['video', id],
    queryFn: () => readVideo(id),
    staleTime: Infinity,
    retry: false,
  })
  const title = video.data?.title ?? ''
  useEffect(() => {
    if (title) onVideo(title)
  }, [title, onVideo])
  if (video.data === null) return <span className="video">{t('start.youtube.none')}</span>
  if (!video.data) return null
  return (
    <span className="video">
      <strong>{title}</strong>
      <span>
        {video.data.channel} · {clock(video.data.seconds)}
      </span>
    </span>
  )
}
