/** Which documents are here already, by the hash of their bytes, so that none is sent twice. */
import { readExamples } from '../api/bulk'
import { listDocumentInputs, type DocumentInput } from '../api/document-inputs'
import { makeFromFile, makeFromInput, type Example, type How } from '../api/examples'
import { hashOf } from '../api/upload'
import type { Run } from './queue'

type Here = { documents: Map<string, DocumentInput>; examples: Map<string, Example> }

/** A run over several files: one that has an app is left out, one that was sent before is not sent again.
 *
 * What is here is read once, when the first file is looked at. A page that came without TLS from another
 * machine has no hashes; there everything is sent.
 */
export function runOfMany(how: How | undefined, refuse: (file: File) => void): Run {
  let reading: Promise<Here> | undefined
  const here = () => (reading ??= readHere())
  return {
    known: async (file) => {
      refuse(file)
      const hash = await hashOf(file)
      return hash ? (await here()).examples.get(hash) : undefined
    },
    send: async ({ file, anew }, onShare) => {
      const hash = await hashOf(file)
      const document = hash && !anew ? (await here()).documents.get(hash) : undefined
      const example = document
        ? await makeFromInput({ input_id: document.id, input_type: 'document_input' }, '', how)
        : await makeFromFile(file, '', onShare, how)
      if (hash) (await here()).examples.set(hash, example)
      return example
    },
  }
}

/** A run over one file: whoever chooses just one wants an app of it, even a second one. */
export function runOfOne(title: string, how: How | undefined, refuse: (file: File) => void): Run {
  return {
    known: () => Promise.resolve(undefined),
    send: ({ file }, onShare) => {
      refuse(file)
      return makeFromFile(file, title, onShare, how)
    },
  }
}

const UNREAD: ReadonlySet<string> = new Set(['waiting', 'refused', 'failed'])

async function readHere(): Promise<Here> {
  const listed = await listDocumentInputs()
  const documents = new Map(
    listed
      .filter(({ status, content_hash: hash }) => hash !== '' && !UNREAD.has(status))
      .map((document) => [document.content_hash, document]),
  )
  const examples = new Map<string, Example>()
  if (documents.size === 0) return { documents, examples }
  const hashes = new Map([...documents].map(([hash, { id }]) => [id, hash]))
  for (const example of await readExamples(() => undefined)) {
    const hash = hashes.get(example.input_id)
    if (hash !== undefined) examples.set(hash, example)
  }
  return { documents, examples }
}
