/** Recordings: told by their names, sent with the captions that were chosen beside them. */
import { begunFor, forgetBegun, keepBegun } from '../uploads/begun'
import { ApiError, client, dataOf } from './client'
import { newKey } from './requests'
import { sendContent, sendParts } from './upload'

export const RECORDING_BYTES_MAX = 4_000_000_000
const IN_PARTS_ABOVE = 24_000_000
const RECORDING =
  /\.(mp4|m4v|mov|webm|mkv|avi|mpe?g|m2ts|mts|ogv|mp3|m4a|wav|flac|aac|og[ga]|opus)$/i
const CAPTIONS = /\.(vtt|srt|sbv|ttml|dfxp|ass)$/i
const captions = new WeakMap<File, File>()

export const isRecording = ({ name, type }: File): boolean =>
  RECORDING.test(name) && !type.startsWith('text/')

/** The file of what is said in this recording, if one was chosen with it. */
export const captionsOf = (recording: File): File | undefined => captions.get(recording)

/** The files without the captions that belong to a recording among them, or to one that was chosen `before`.
 *
 * They belong together if they are called alike, or if there is one of each.
 */
export function withCaptions(files: readonly File[], before: readonly File[] = []): File[] {
  const recordings = [...before, ...files].filter((file) => isRecording(file) && !captionsOf(file))
  const said = files.filter(({ name }) => CAPTIONS.test(name))
  const taken = said.filter((file) => {
    const alone = recordings.length === 1 && said.length === 1
    const owner = recordings.find((each) => alone || stem(each) === stem(file))
    if (owner) captions.set(owner, file)
    return owner !== undefined
  })
  return files.filter((file) => !taken.includes(file))
}

const stem = ({ name }: File): string => name.replace(/(\.\w{2,3})?\.\w+$/, '').toLowerCase()

/** Whether it is sent part by part, so that it can be stopped between them. */
export const goesInParts = (file: File): boolean => isRecording(file) && file.size > IN_PARTS_ABOVE

/** Send a recording and have it looked at and read; gives its id. */
export async function addRecording(file: File, onShare: (share: number) => void): Promise<string> {
  const inParts = file.size > IN_PARTS_ABOVE
  const begun = inParts && !captionsOf(file) ? await waitingFor(file) : undefined
  const { id } = begun ?? (await announce(file))
  if (inParts) {
    keepBegun(file, id)
    await sendParts(id, file, onShare)
  } else await sendContent(id, file, onShare, 'media_inputs')
  const params = { path: { input_id: id }, header: newKey() }
  await dataOf(client.POST('/v1/media_inputs/{input_id}/confirm', { params }))
  forgetBegun(file)
  return id
}

async function announce(file: File) {
  const said = (await captionsOf(file)?.text()) ?? null
  return dataOf(
    client.POST('/v1/media_inputs', {
      params: { header: newKey() },
      body: { name: file.name, size: file.size, captions: said },
    }),
  )
}

/** The recording that this file was on its way to when the page was left, if it still waits. */
async function waitingFor(file: File) {
  const id = begunFor(file)
  if (!id) return undefined
  try {
    const params = { path: { input_id: id } }
    const found = await dataOf(client.GET('/v1/media_inputs/{input_id}', { params }))
    return found.status === 'waiting' ? found : undefined
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined
    throw error
  }
}
