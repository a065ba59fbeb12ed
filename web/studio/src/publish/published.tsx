/** A published app: which version readers see, who finds it, its link, and the way into a page. */
import { lazy, Suspense, useState } from 'react'
import { changeEmbed, embedAddress, repin, rollBack, type Embed } from '../api/embeds'
import { type Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { CopyField } from '../parts/copy-field'
import { Failure, Loading, Notice } from '../parts/notice'
import { usePreferences } from '../settings/use-preferences'
import { day, isOver } from './days'
import { EmbedDialog } from './embed-dialog'
import { useOnePress, type Run } from './one-press'
import { useNumber } from './use-number'
import { useSnippets } from './use-snippets'
import { Usage } from './usage'
import { EarlierVersions } from './versions'
import { WhatDiffers } from './what-differs'
import { WhoMaySee } from './who-may-see'

const QrCode = lazy(() => import('./qr-code'))
const VersionPreview = lazy(() => import('./version-preview'))

type Props = {
  embed: Embed
  example: Example
  origin: string
  run: Run
}

export function Published({ embed, example, origin, run }: Props) {
  const [embedding, setEmbedding] = useState(false)
  const once = useOnePress(run)
  const address = embedAddress(origin, embed)
  return (
    <>
      <LiveVersion embed={embed} example={example} />
      <PublishedActs
        {...{ embed, example, address }}
        run={once}
        onEmbed={() => setEmbedding(true)}
      />
      <Follows embed={embed} run={once} />
      <PlaysRecording {...{ embed, example }} run={once} />
      {embed.history.length > 0 && <EarlierVersions embed={embed} run={once} />}
      <WhereItIs embed={embed} />
      <WhoMaySee embed={embed} run={run} />
      <Usage embed={embed} />
      {embedding && (
        <EmbedDialog {...{ embed, address, run }} onClose={() => setEmbedding(false)} />
      )}
    </>
  )
}

const isBehind = (embed: Embed, example: Example): boolean =>
  embed.code_snippet_id !== example.code_snippet_id

/** Which version readers see, and since when; or that nobody does any more. */
function LiveVersion({ embed, example }: Pick<Props, 'embed' | 'example'>) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const live = useNumber(embed.code_snippet_id)
  const newest = useNumber(example.code_snippet_id)
  const behind = isBehind(embed, example)
  // Embeds from before that was kept know only when they were last changed.
  const when = new Date(embed.published_at || embed.updated_at).toLocaleString(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  })
  const over = isOver(embed)
  return (
    <Notice tone={behind || over ? 'warn' : 'good'}>
      <p>
        <strong>
          {over
            ? t('publish.over', { number: live, when: day(embed.expires_at, locale) })
            : t('publish.version', { number: live, when })}
        </strong>
      </p>
      {over && <p>{t('publish.over.next')}</p>}
      {behind && !over && <p>{t('publish.newer', { number: newest, live })}</p>}
      {behind && <WhatDiffers embed={embed} example={example} />}
    </Notice>
  )
}

type ActsProps = Pick<Props, 'embed' | 'example' | 'run'> & {
  address: string
  onEmbed: () => void
}

function PublishedActs({ embed, example, address, run, onEmbed }: ActsProps) {
  const t = useTranslate()
  const before = useNumber(embed.history.at(-1) ?? '')
  const behind = isBehind(embed, example)
  const act = (work: () => Promise<Embed>) => () => void run(work)
  return (
    <div className="row">
      <button type="button" className={behind ? 'button' : 'button primary'} onClick={onEmbed}>
        {t('publish.embed')}
      </button>
      {behind && <Update {...{ embed, example, run }} />}
      {embed.history.length > 0 && (
        <button type="button" className="button" onClick={act(() => rollBack(embed))}>
          {t('publish.back', { number: before })}
        </button>
      )}
      <a className="button" href={address} target="_blank" rel="noreferrer">
        {t('publish.open')}
      </a>
      <button
        type="button"
        className="button danger"
        onClick={act(() => changeEmbed(embed, { published: false }))}
      >
        {t('publish.stop')}
      </button>
    </div>
  )
}

/** Whether readers get each new version by itself. */
function Follows({ embed, run }: Pick<Props, 'embed' | 'run'>) {
  const t = useTranslate()
  return (
    <label className="row fit-height">
      <input
        type="checkbox"
        checked={embed.follows}
        onChange={() => void run(() => changeEmbed(embed, { follows: !embed.follows }))}
      />
      {t('publish.follows')}
    </label>
  )
}

/** Whether its recording is published, too; nobody outside gets it unless its owner says so. */
function PlaysRecording({ embed, example, run }: Pick<Props, 'embed' | 'example' | 'run'>) {
  const t = useTranslate()
  const plays = (embed.films ?? []).length > 0
  if (example.input_type !== 'media_input' && !plays) return null
  return (
    <label className="row fit-height">
      <input
        type="checkbox"
        checked={plays}
        onChange={() => void run(() => changeEmbed(embed, { films: !plays }))}
      />
      <span>
        {t('publish.films')} <span className="soft small">{t('publish.films.note')}</span>
      </span>
    </label>
  )
}

/** The app as it is now: looked at first, or shown to readers at once. */
function Update({ embed, example, run }: Omit<Props, 'origin'>) {
  const t = useTranslate()
  const number = useNumber(example.code_snippet_id)
  const [looking, setLooking] = useState(false)
  return (
    <>
      <button type="button" className="button" onClick={() => setLooking(true)}>
        {t('publish.look', { number })}
      </button>
      <button type="button" className="button primary" onClick={() => void run(() => repin(embed))}>
        {t('publish.update', { number })}
      </button>
      {looking && (
        <Suspense fallback={<Loading />}>
          <VersionPreview
            {...{ embed, run }}
            snippetId={example.code_snippet_id}
            onClose={() => setLooking(false)}
          />
        </Suspense>
      )}
    </>
  )
}

/** The link to give out, and who can open it: a link promises no more than its network keeps. */
function WhereItIs({ embed }: { embed: Embed }) {
  const t = useTranslate()
  const { data, error } = useSnippets(embed)
  if (error) return <Failure error={error} />
  if (!data) return null
  return (
    <div className="who-may-see">
      <CopyField label={t('publish.link')} value={data.address} />
      <p className="soft">{t(`publish.reach.${data.reach}`)}</p>
      {data.reach !== 'machine' && <LinkAsPicture address={data.address} name={embed.title} />}
    </div>
  )
}

/** For a class: what telephones read off a wall or a sheet. */
function LinkAsPicture({ address, name }: { address: string; name: string }) {
  const t = useTranslate()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('publish.qr')}</summary>
      {open && (
        <Suspense fallback={<Loading />}>
          <QrCode address={address} name={name} />
        </Suspense>
      )}
    </details>
  )
}
