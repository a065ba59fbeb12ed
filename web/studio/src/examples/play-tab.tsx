/** The app itself, in the sandbox that an embed has, at the width of a phone, tablet or desktop. */
import { useState } from 'react'
import { previewAddress } from '../api/code-snippets'
import { type Example } from '../api/examples'
import { useTranslate } from '../i18n'

export const WIDTHS = { phone: 390, tablet: 820, desktop: 1280 } as const
type Width = keyof typeof WIDTHS

export function PlayTab({ example }: { example: Example }) {
  const t = useTranslate()
  const [width, setWidth] = useState<Width>('desktop')
  const address = previewAddress(example)
  return (
    <div className="stack">
      <div className="row between play-bar">
        <fieldset className="segments">
          <legend className="visually-hidden">{t('play.width')}</legend>
          {(Object.keys(WIDTHS) as Width[]).map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="width"
                checked={width === name}
                onChange={() => setWidth(name)}
              />
              <span>{t(`play.${name}`)}</span>
            </label>
          ))}
        </fieldset>
        <a className="button quiet" href={address} target="_blank" rel="noreferrer">
          {t('play.open')}
        </a>
      </div>
      <AppFrame
        address={address}
        width={WIDTHS[width]}
        title={`${t('play.frame')}: ${example.title}`}
      />
    </div>
  )
}

export function AppFrame({
  address,
  width,
  title,
}: {
  address: string
  width: number
  title: string
}) {
  return (
    <div className="app-frame" style={{ maxInlineSize: width }}>
      <iframe key={address} src={address} title={title} sandbox="allow-scripts allow-same-origin" />
    </div>
  )
}
