/** Says of a block that its text was recognised in a picture, and how far it is to be relied on. */
import type { Block } from '../api/inputs'
import { useTranslate } from '../i18n'

const DOUBTFUL_BELOW = 70 // as domain/blocks.py has it

const isDoubtful = ({ ocr_confidence: confidence }: Block) =>
  confidence !== undefined && confidence < DOUBTFUL_BELOW

/** A warning below a text that is not to be relied on. */
export function DoubtfulMark({ block }: { block: Block }) {
  const t = useTranslate()
  if (!isDoubtful(block)) return null
  return (
    <p className="ocr-doubtful small">
      {t('source.doubtful', { confidence: block.ocr_confidence ?? 0 })}
    </p>
  )
}

/** A quiet word beside a text that was recognised surely. */
export function RecognisedMark({ block }: { block: Block }) {
  const t = useTranslate()
  if (block.ocr_confidence === undefined || isDoubtful(block)) return null
  return (
    <p className="ocr-recognised small soft">
      {t('source.recognised', { confidence: block.ocr_confidence })}
    </p>
  )
}
