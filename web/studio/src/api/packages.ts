/** Packages: an app as a file that other programs take. */
import { client, dataOf } from './client'
import { address } from './requests'
import type { Example } from './examples'
import type { components } from './schema'

export type Offer = components['schemas']['PackageOffer']

export const listPackages = async (example: Example): Promise<Offer[]> => {
  const path = { example_id: example.id }
  return (await dataOf(client.GET('/v1/examples/{example_id}/packages', { params: { path } })))
    .records
}

export const packageAddress = (example: Example, { format }: Offer): string =>
  address(`examples/${example.id}/packages/${format}`)
