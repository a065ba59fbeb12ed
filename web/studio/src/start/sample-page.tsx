/** One app of the gallery: played at once, with its proof; "make it mine" puts one into the library. */
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useMutation } from '@tanstack/react-query'
import {
  galleryAppAddress,
  gallerySource,
  gallerySourceAddress,
  type GalleryApp,
} from '../api/gallery'
import { makeFromFile } from '../api/examples'
import { useTranslate } from '../i18n'
import { Failure, Loading, Notice } from '../parts/notice'
import { StatusBadge } from '../parts/status-badge'
import { useGallery } from './gallery'
import './sample.css'

export default function SamplePage({ name }: { name: string }) {
  const t = useTranslate()
  const gallery = useGallery()
  const app = gallery.data?.find((one) => one.name === name)
  const [shown, setShown] = useState(false)
  const title = app?.title
  useEffect(() => {
    document.title = title ? `${title} · Praxeo` : 'Praxeo'
    return () => {
      document.title = 'Praxeo'
    }
  }, [title])
  if (gallery.isPending) return <Loading />
  if (!app) return <Notice tone="warn">{t('error.missing')}</Notice>
  return (
    <div className="stack">
      <SampleHead app={app} />
      <div className="sample-frame" data-shown={shown}>
        <iframe
          src={galleryAppAddress(app)}
          title={`${t('play.frame')}: ${app.title}`}
          sandbox="allow-scripts"
          onLoad={() => setShown(true)}
        />
      </div>
    </div>
  )
}

function SampleHead({ app }: { app: GalleryApp }) {
  const t = useTranslate()
  const [, go] = useLocation()
  const mine = useMutation({
    mutationFn: async () => makeFromFile(await gallerySource(app), ''),
    onSuccess: (example) => go(`/examples/${example.id}`),
  })
  return (
    <>
      <header className="sample-head">
        <div className="stack">
          <div className="row">
            <h1>{app.title}</h1>
            <StatusBadge status={app.status} />
          </div>
          <ProvenLine app={app} />
        </div>
        <button
          type="button"
          className="button primary"
          aria-disabled={mine.isPending}
          onClick={() => !mine.isPending && mine.mutate()}
        >
          {mine.isPending ? t('state.loading') : t('gallery.mine')}
        </button>
      </header>
      {mine.error && <Failure error={mine.error} />}
    </>
  )
}

function ProvenLine({ app }: { app: GalleryApp }) {
  const t = useTranslate()
  return (
    <p className="soft">
      {app.status === 'ready'
        ? t('gallery.proven', { answers: app.answer_count, browser: app.browser })
        : t('gallery.unproven')}{' '}
      <a href={gallerySourceAddress(app)} download={app.source}>
        {t('gallery.source', { name: app.source, count: app.word_count })}
      </a>
    </p>
  )
}
