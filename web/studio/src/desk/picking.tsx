/** What is picked of the source at the desk, and for what: a sentence, a passage or a picture. */
import { lazy, Suspense } from 'react'
import type { Part } from '../api/desk'
import type { Example } from '../api/examples'
import { fromSentence } from './from-sentence'
import type { Acts } from './use-acts'

const SentencePicker = lazy(() => import('./sentence-picker'))
const PicturePicker = lazy(() => import('./picture-picker'))

export type Picking =
  | { readonly what: 'question' }
  | { readonly what: 'evidence' | 'picture'; readonly item: string }
  | { readonly what: 'goal'; readonly goal: string }
  /** To be read in a part, before the block of that number. */
  | { readonly what: 'passage' | 'figure'; readonly part: Part }

type Props = {
  example: Example
  part: Part | undefined
  acts: Acts
  picking: Picking
  onClose: () => void
}

export function Picker({ example, part, acts, picking, onClose }: Props) {
  const { what } = picking
  const block = (id: string) => {
    onClose()
    if (what === 'picture') acts.changeMore(picking.item, { picture: id })
    if (what === 'passage' || what === 'figure') acts.read(picking.part, id)
  }
  return (
    <Suspense fallback={null}>
      {what === 'picture' || what === 'figure' ? (
        <PicturePicker example={example} onClose={onClose} onPick={block} />
      ) : (
        <SentencePicker
          example={example}
          reading={part?.reading ?? []}
          whole={what === 'passage'}
          onClose={onClose}
          onPick={(picked) => {
            onClose()
            if (what === 'passage') block(picked.reference)
            if (what === 'evidence') acts.changeMore(picking.item, { evidence: [picked.reference] })
            if (what === 'goal') acts.setGoalEvidence(picking.goal, [picked.reference])
            if (what === 'question') acts.add(fromSentence(picked))
          }}
        />
      )}
    </Suspense>
  )
}
