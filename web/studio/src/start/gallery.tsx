/** Apps of the samples, ready to be played: each card shows a question out of its app. */
import { Fragment, type CSSProperties } from 'react'
import { Link } from 'wouter'
import { useQuery } from '@tanstack/react-query'
import { listGallery, type GalleryApp } from '../api/gallery'
import { useTranslate } from '../i18n'
import { StatusBadge } from '../parts/status-badge'

const TINTS = 5

export const useGallery = () =>
  useQuery({ queryKey: ['gallery'], queryFn: listGallery, staleTime: Infinity })

export function Gallery({ onOwn }: { onOwn: () => void }) {
  const t = useTranslate()
  const gallery = useGallery()
  if (!gallery.data?.length) return null
  return (
    <section className="stack" aria-labelledby="gallery-title">
      <div>
        <h2 id="gallery-title">{t('start.samples')}</h2>
        <p className="soft">{t('start.samples.lead')}</p>
      </div>
      <ul role="list" className="card-grid">
        {gallery.data.map((app, index) => (
          <li key={app.name}>
            <GalleryCard app={app} tint={index % TINTS} />
          </li>
        ))}
        <li>
          <button type="button" className="gallery-own" onClick={onOwn}>
            <span className="gallery-own-mark" aria-hidden="true">
              +
            </span>
            <strong>{t('start.own')}</strong>
            <span className="small soft">{t('start.own.lead')}</span>
          </button>
        </li>
      </ul>
    </section>
  )
}

function GalleryCard({ app, tint }: { app: GalleryApp; tint: number }) {
  const t = useTranslate()
  return (
    <article
      className="card example-card gallery-card"
      style={{ '--tint': `var(--tint-${tint})`, '--ink': `var(--ink-${tint})` } as CSSProperties}
    >
      <div className="gallery-cover" aria-hidden="true" lang={app.language}>
        <p data-alone={!app.teaser?.options.length}>
          <Teaser text={app.teaser?.question ?? app.title} />
        </p>
        <div className="gallery-options">
          {app.teaser?.options.map((option) => (
            <span key={option}>{option}</span>
          ))}
        </div>
      </div>
      <h3>
        <Link href={`/samples/${app.name}`}>{app.title}</Link>
      </h3>
      <div className="row between small soft">
        <span>{t('gallery.exercises', { count: app.exercise_count })}</span>
        <StatusBadge status={app.status} />
      </div>
    </article>
  )
}

/** A question as the app shows it: with a gap to fill where dots stand for one. */
function Teaser({ text }: { text: string }) {
  const [before, ...after] = text.split('……')
  return (
    <>
      {before}
      {after.map((part, index) => (
        <Fragment key={index}>
          <span className="gallery-gap" />
          {part}
        </Fragment>
      ))}
    </>
  )
}
