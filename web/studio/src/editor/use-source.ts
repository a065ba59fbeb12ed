/** What the source of an example says, for the spec that is written about it. */
import { useMemo, useRef } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Example } from '../api/examples'
import { readExtraction, type Block } from '../api/inputs'
import { placeOf, type Reference } from '../evidence/references'
import { partsQuery } from '../evidence/use-parts'
import { useTranslate } from '../i18n'
import { evidenceMarks } from './evidence-marks'
import type { SourceAtHand } from './source-at-hand'
import { specCompletion } from './spec-completion'
import { specLanguage } from './spec-language'

const extractionQuery = (example: Example) => ({
  queryKey: ['extraction', example.input_id],
  queryFn: () => readExtraction(example),
  staleTime: Infinity,
})

export function useSource(example: Example): SourceAtHand {
  const t = useTranslate()
  const queries = useQueryClient()
  const extraction = useQuery(extractionQuery(example))
  const asked = useRef(example)
  asked.current = example
  const blocks = useRef<readonly Block[]>([])
  blocks.current = extraction.data?.blocks ?? []
  return useMemo(() => {
    const place = (block: Block) => placeOf(block, t)
    const parts = (block: string) => queries.fetchQuery(partsQuery(asked.current, block))
    return {
      blocks: () => blocks.current,
      parts,
      place,
      tell: async ({ block: id, part }: Reference) => {
        // Awaited: what is not loaded yet is not what the source does not have.
        const all = await queries.fetchQuery(extractionQuery(asked.current))
        const block = all.blocks.find((candidate) => candidate.id === id)
        if (!block) return null
        const quote = part === null ? block.text : (await parts(id))[part - 1]
        return quote === undefined ? null : { quote, place: place(block) }
      },
    }
    // The blocks come by reference as soon as they are there.
  }, [queries, t])
}

/** The spec as CodeMirror reads it: its grammar with completion and marks for evidence. */
export function useSpecLanguage(
  source: SourceAtHand,
  stand: (reference: Reference | null) => void,
  open: (reference: Reference) => void,
) {
  const t = useTranslate()
  return useMemo(
    () => [
      specLanguage(),
      specCompletion(source),
      evidenceMarks({
        tell: source.tell,
        open,
        stand,
        words: { open: t('evidence.open'), missing: t('evidence.nowhere') },
      }),
    ],
    [source, open, stand, t],
  )
}
