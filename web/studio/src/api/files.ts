/** Files, whatever they are: a recording or a document. */
import { addDocument } from './document-inputs'
import { addRecording, isRecording } from './recordings'

type SentFile = { input_type: 'document_input' | 'media_input'; input_id: string }

/** Send a file and have it read. */
export async function addFile(file: File, onShare: (share: number) => void): Promise<SentFile> {
  if (isRecording(file))
    return { input_type: 'media_input', input_id: await addRecording(file, onShare) }
  return { input_type: 'document_input', input_id: (await addDocument(file, onShare)).id }
}
