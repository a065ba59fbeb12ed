/** A page of a PDF as a picture, with boxes marked on it; scrolls to the first of them. */
import { useEffect, useRef } from 'react'
import { useQuery } from '@tanstack/react-query'
import { readPage } from '../api/document-inputs'
import { useTranslate } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import { useObjectAddress } from './object-address'
import './evidence.css'

/** Left, top, right, bottom in PDF points from the top left, as `Locator.box` has them. */
export type Box = readonly [number, number, number, number]

type Props = {
  inputId: string
  page: number
  boxes?: readonly Box[]
  /** What the marked boxes say, for those who cannot see them. */
  description?: string
}

const KEPT_MS = 10 * 60_000
const AIR = 3 // points around a box, so that its mark does not touch the letters

export function PageView({ inputId, page, boxes = [], description = '' }: Props) {
  const t = useTranslate()
  const picture = useQuery({
    queryKey: ['page', inputId, page],
    queryFn: () => readPage(inputId, page),
    staleTime: Infinity,
    gcTime: KEPT_MS,
  })
  const address = useObjectAddress(picture.data?.png)
  const first = useRef<HTMLDivElement>(null)
  const at = boxes.map((box) => box.join()).join(' ')

  useEffect(() => {
    if (address) first.current?.scrollIntoView({ block: 'center', inline: 'nearest' })
  }, [address, at])

  if (picture.error) return <Failure error={picture.error} onRetry={() => void picture.refetch()} />
  if (!picture.data || !address)
    return (
      <div className="page-view waiting">
        <Loading />
      </div>
    )
  const { width, height } = picture.data
  const name = t('evidence.page', { page })
  return (
    <div className="page-view" style={{ aspectRatio: `${width} / ${height}` }}>
      <img src={address} alt={description ? `${name}: ${description}` : name} />
      {boxes.map((box, index) => (
        <div
          key={box.join()}
          ref={index === 0 ? first : undefined}
          className="page-mark"
          aria-hidden="true"
          style={placeOf(box, width, height)}
        />
      ))}
    </div>
  )
}

/** Where a box lies on a page of this size, with some air around it. */
function placeOf([left, top, right, bottom]: Box, width: number, height: number) {
  return {
    left: percent(left - AIR, width),
    top: percent(top - AIR, height),
    width: percent(right - left + 2 * AIR, width),
    height: percent(bottom - top + 2 * AIR, height),
  }
}

const percent = (part: number, whole: number): string => `${(100 * part) / whole}%`
