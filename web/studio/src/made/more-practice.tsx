/** Where the offline author found little to ask: a model on this machine, to write another app from the same source. */
import { useQuery } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { makeFromInput, type Example } from '../api/examples'
import { modelsQuery } from '../api/models'
import LocalOffer from '../start/local-offer'

export default function MorePractice({ example }: { example: Example }) {
  const [, go] = useLocation()
  const models = useQuery(modelsQuery)
  const write = async () => {
    const made = await makeFromInput(example, '', { author: 'model', route: 'compiled' })
    go(`/examples/${made.id}`)
  }
  const listed = models.data?.models
  if (!listed || listed.some(({ local }) => !local)) return null
  return <LocalOffer label="author.local.another" onChosen={write} />
}
