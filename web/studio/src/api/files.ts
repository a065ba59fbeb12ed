/** Files, whatever they are: a recording or a document. */
import { addDocument } from './document-inputs'
import type { Given } from './inputs'
import { addRecording, isRecording } from './recordings'

/** Send a file and have it read. */
export async function addFile(file: File, onShare: (share: number) => void): Promise<Given> {
  if (isRecording(file))
    return { input_type: 'media_input', input_id: await addRecording(file, onShare) }
  return { input_type: 'document_input', input_id: (await addDocument(file, onShare)).id }
}
