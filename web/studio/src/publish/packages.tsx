/** The app as a file for other programs, and what of it has no place there. */
import { useQuery } from '@tanstack/react-query'
import type { Example } from '../api/examples'
import { listPackages, packageAddress, type Offer } from '../api/packages'
import { useTranslate } from '../i18n'
import { Failure } from '../parts/notice'

/** The formats by what they are for, in the order in which they are shown. */
const USES = [
  ['platform', ['scorm12', 'scorm2004', 'cmi5', 'h5p']],
  ['cards', ['anki']],
  ['bank', ['gift', 'qti']],
  ['paper', ['print', 'markdown']],
  ['file', ['html']],
] as const

export function Packages({ example }: { example: Example }) {
  const t = useTranslate()
  const offers = useQuery({
    queryKey: ['packages', example.id, example.code_snippet_id],
    queryFn: () => listPackages(example),
  })
  if (offers.error) return <Failure error={offers.error} onRetry={() => void offers.refetch()} />
  if (!offers.data) return null
  return (
    <section className="stack packages" aria-labelledby="packages-title">
      <h3 id="packages-title">{t('packages.title')}</h3>
      <dl className="packages-list">
        {USES.map(([use, formats]) => (
          <Use
            key={use}
            name={t(`packages.${use}`)}
            example={example}
            offers={offers.data.filter(({ format }) =>
              (formats as readonly string[]).includes(format),
            )}
          />
        ))}
      </dl>
    </section>
  )
}

function Use({ name, example, offers }: { name: string; example: Example; offers: Offer[] }) {
  const t = useTranslate()
  if (offers.length === 0) return null
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <div className="row">
          {offers.map((offer) => (
            <a key={offer.format} className="button" href={packageAddress(example, offer)} download>
              {t(`packages.format.${offer.format}`)}
            </a>
          ))}
        </div>
        {offers
          .filter(({ left_out }) => left_out.length > 0)
          .map(({ format, left_out }) => (
            <p key={format} className="small soft">
              {t('packages.left', {
                format: t(`packages.format.${format}`),
                titles: left_out.map(({ title }) => title).join(', '),
              })}
            </p>
          ))}
      </dd>
    </>
  )
}
