/** What was asked for so far, newest first. */
import { useId } from 'react'
import { useQuery } from '@tanstack/react-query'
import { listChangeRequests } from '../api/change-requests'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { Failure, Loading } from '../parts/notice'
import { RequestItem } from './request-item'

export function Requests({
  example,
  onAgain,
}: {
  example: Example
  onAgain: (words: string) => void
}) {
  const say = useTranslate()
  const id = useId()
  const requests = useQuery({
    queryKey: ['change_requests', example.id, example.version],
    queryFn: () => listChangeRequests(example.id),
    placeholderData: (before) => before,
  })
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id}>{say('change.history')}</h3>
      {requests.error && <Failure error={requests.error} onRetry={() => void requests.refetch()} />}
      {!requests.data && !requests.error && <Loading />}
      {requests.data?.length === 0 && <p className="soft">{say('change.history.none')}</p>}
      <ol role="list" className="requests">
        {requests.data?.map((request, index) => (
          <RequestItem
            key={request.id}
            example={example}
            request={request}
            newest={index === 0}
            onAgain={() => onAgain(request.words)}
          />
        ))}
      </ol>
    </section>
  )
}
