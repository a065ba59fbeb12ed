/** Of a topic: which of the pages that were read are taught, from the next making on. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Example } from '../api/examples'
import type { ReadSource } from '../api/inputs'
import { leaveOut, readTopic } from '../api/topics'
import { useTranslate } from '../i18n'
import { Failure } from '../parts/notice'
import { MadeAgain } from './set-aside'
import { SourceCard } from './source-card'

type Props = { example: Example; sources: ReadSource[] }

/** What a page is named by: its address, or the input by which it was read here before. */
export const pageOf = ({ address, input_id: id }: ReadSource): string => address || id || ''

export function TaughtPages({ example, sources }: Props) {
  const t = useTranslate()
  const { left, leave, changed, error } = useLeftOut(example.input_id)
  const pages = [...new Set(sources.map(pageOf))]
  const taught = pages.filter((page) => !left.includes(page))
  return (
    <>
      <p className="small soft">{t('sources.pages.how')}</p>
      <ol role="list" className="source-cards">
        {pages.map((page) => (
          <li key={page} data-taught={taught.includes(page)}>
            <Page
              sources={sources.filter((source) => pageOf(source) === page)}
              taught={taught.includes(page)}
              last={taught.length === 1}
              onToggle={() =>
                leave(left.includes(page) ? left.filter((each) => each !== page) : [...left, page])
              }
            />
          </li>
        ))}
      </ol>
      {changed && <MadeAgain example={example} />}
      {error && <Failure error={error} />}
    </>
  )
}

type PageProps = { sources: ReadSource[]; taught: boolean; last: boolean; onToggle: () => void }

function Page({ sources, taught, last, onToggle }: PageProps) {
  const t = useTranslate()
  const [first] = sources
  const name = first?.title || first?.address || ''
  return (
    <>
      <input
        type="checkbox"
        aria-label={`${t('sources.taught')} ${name}`}
        checked={taught}
        disabled={taught && last}
        onChange={onToggle}
      />
      {first && <SourceCard source={first} />}
    </>
  )
}

/** The addresses that are left out; each change is made to the topic as it is then. */
function useLeftOut(inputId: string) {
  const queries = useQueryClient()
  const key = ['topic', inputId]
  const topic = useQuery({ queryKey: key, queryFn: () => readTopic(inputId) })
  const choice = useMutation({
    scope: { id: inputId },
    mutationFn: async (addresses: string[]) => leaveOut(await readTopic(inputId), addresses),
    onSuccess: (after) => queries.setQueryData(key, after),
  })
  const wanted = choice.isPending ? choice.variables : null
  return {
    left: wanted ?? topic.data?.left_out ?? [],
    leave: choice.mutate,
    changed: choice.isSuccess,
    error: choice.error ?? topic.error,
  }
}
