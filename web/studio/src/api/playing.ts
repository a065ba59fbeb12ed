/** What is needed to play a recording: its record, what preparing it takes, and the files that came of it. */
import { client, dataOf } from './client'
import { address, fetched, newKey } from './requests'
import type { components } from './schema'

export type Recording = components['schemas']['MediaInput']

const at = (input_id: string) => ({ path: { input_id } })

export const readRecording = (id: string): Promise<Recording> =>
  dataOf(client.GET('/v1/media_inputs/{input_id}', { params: at(id) }))

/** About how many seconds of one processor preparing it for playing takes. */
export const readPrice = async (id: string): Promise<number> =>
  (await dataOf(client.GET('/v1/media_inputs/{input_id}/preparation', { params: at(id) })))
    .processor_seconds

export const prepareRecording = (id: string): Promise<Recording> =>
  dataOf(
    client.POST('/v1/media_inputs/{input_id}/preparation', {
      params: { ...at(id), header: newKey() },
    }),
  )

export const fileAddress = (id: string, name: string): string =>
  address(`media_inputs/${id}/files/${name}`)

export const readSprites = async (id: string): Promise<string> =>
  (await fetched(`media_inputs/${id}/files/sprites.vtt`, 'text/vtt')).text()
