/** Says of a block that its text was recognised in a picture, and how far it is to be relied on. */
import type { Block } from '../api/inputs'
import { useTranslate } from '../i18n'

const DOUBTFUL_BELOW = 70 // as domain/blocks.py has it

export function OcrMark({ block }: { block: Block }) {
  const t = useTranslate()
  const confidence = block.ocr_confidence
  if (confidence === undefined) return null
  const doubtful = confidence < DOUBTFUL_BELOW
  return (
    <p className={`ocr-mark small${doubtful ? '' : ' sure'}`}>
      {t(doubtful ? 'source.doubtful' : 'source.recognised', { confidence })}
    </p>
  )
}
