/** A figure of a source: its picture, what its caption says, and whose it is. */
import { useQuery } from '@tanstack/react-query'
import { readPicture, type Block, type Given, type Picture } from '../api/inputs'
import { useTranslate } from '../i18n'
import { useObjectAddress } from './object-address'
import './evidence.css'

const KEPT_MS = 10 * 60_000

export function FigureView({ given, block }: { given: Given; block: Block }) {
  const { picture } = block
  return (
    <figure className="figure-view">
      {picture && <Shown given={given} picture={picture} />}
      {(block.text || picture?.credit) && (
        <figcaption>
          {block.text}
          {picture?.credit && <small>{picture.credit}</small>}
        </figcaption>
      )}
    </figure>
  )
}

function Shown({ given, picture }: { given: Given; picture: Picture }) {
  const t = useTranslate()
  const read = useQuery({
    queryKey: ['picture', given.input_id, picture.content_hash],
    queryFn: () => readPicture(given, picture),
    staleTime: Infinity,
    gcTime: KEPT_MS,
  })
  const address = useObjectAddress(read.data)
  if (read.error) return <p className="soft">{t('source.no-picture')}</p>
  // Of the picture's size while it is on its way, so that nothing below it moves.
  return (
    <span
      className="figure-ground"
      style={{ aspectRatio: `${picture.width} / ${picture.height}`, maxInlineSize: picture.width }}
    >
      {address && <img src={address} alt={picture.alt ?? ''} />}
    </span>
  )
}
