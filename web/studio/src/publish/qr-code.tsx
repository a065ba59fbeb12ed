/** A link as a picture that telephones read, to be shown, printed or kept. */
import { encode } from 'uqr'
import { useTranslate } from '../i18n'

const QUIET = 4 // modules without anything around it, as the standard asks

export default function QrCode({ address, name }: { address: string; name: string }) {
  const t = useTranslate()
  const { size, path } = modulesOf(address)
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${path}"/></svg>`
  return (
    <figure className="qr-code">
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('publish.qr.of', { address })}>
        <path className="qr-ground" d={`M0 0h${size}v${size}H0z`} />
        <path className="qr-modules" d={path} />
      </svg>
      <a
        className="button small"
        download={`${name}.svg`}
        href={`data:image/svg+xml,${encodeURIComponent(picture)}`}
      >
        {t('publish.qr.keep')}
      </a>
    </figure>
  )
}

/** The dark modules of a link's code as one path, and how many modules it is wide. */
export function modulesOf(address: string): { size: number; path: string } {
  const { data, size } = encode(address, { ecc: 'M', border: QUIET })
  const dark = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : '')))
  return { size, path: dark.join('') }
}
