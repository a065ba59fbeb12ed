/** The real embed inside a page such as somebody would put it into, wide or narrow, with a theme live. */
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslate } from '../i18n'
import { themeMessage, type Theme } from './theme'

export const WIDTHS = { phone: 390, desktop: 1000 } as const
export type Width = keyof typeof WIDTHS

type Props = { address: string; title: string; theme: Theme; fitHeight: boolean }

export function PagePreview({ address, title, theme, fitHeight }: Props) {
  const t = useTranslate()
  const [width, setWidth] = useState<Width>('desktop')
  const { frame, height, show } = useEmbedded(address, theme)
  return (
    <figure className="page-preview">
      <figcaption className="row between">
        <span className="soft">{t('publish.preview')}</span>
        <WidthChoice width={width} onChange={setWidth} />
      </figcaption>
      <div className="page-window" style={{ maxInlineSize: WIDTHS[width] }}>
        <div className="page-bar" aria-hidden="true">
          <i />
          <i />
          <i />
          <b>{t('publish.page.title')}</b>
        </div>
        <div className="page-body" tabIndex={0} role="group" aria-label={t('publish.page.title')}>
          <Lines heading />
          <iframe
            ref={frame}
            src={`${address}#preview`}
            title={title}
            style={{ blockSize: fitHeight && height ? height : 640 }}
            onLoad={show}
          />
          <Lines />
        </div>
      </div>
    </figure>
  )
}

/** Tells the embed how to look, and hears how high it is. */
function useEmbedded(address: string, theme: Theme) {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(0)
  const show = () =>
    frame.current?.contentWindow?.postMessage(themeMessage(theme), new URL(address).origin)
  useEffect(show, [theme, address])
  useEffect(() => {
    const receive = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow) return
      const told = data as { praxeo?: number; type?: string; height?: number } | null
      if (told?.praxeo === 1 && told.type === 'resize' && told.height) setHeight(told.height)
    }
    window.addEventListener('message', receive)
    return () => window.removeEventListener('message', receive)
  }, [])
  return { frame, height, show }
}

export function WidthChoice({
  width,
  onChange,
}: {
  width: Width
  onChange: (width: Width) => void
}) {
  const t = useTranslate()
  const name = useId()
  return (
    <fieldset className="segments" aria-label={t('play.width')}>
      {(Object.keys(WIDTHS) as Width[]).map((each) => (
        <label key={each}>
          <input
            type="radio"
            name={name}
            checked={width === each}
            onChange={() => onChange(each)}
          />
          <span>{t(`play.${each}`)}</span>
        </label>
      ))}
    </fieldset>
  )
}

/** Text that stands for what is around the app. */
function Lines({ heading = false }: { heading?: boolean }) {
  return (
    <div className="page-lines" aria-hidden="true">
      {heading && <span className="page-heading" />}
      <span />
      <span />
      <span />
    </div>
  )
}
