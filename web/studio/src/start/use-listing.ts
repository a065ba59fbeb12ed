/** What is enough to make an app of, and what can be put on a list of sources for one app. */
import { lacksCaptions, SOURCES_MAX, type Mixed, type Named } from '../mixing/mix'
import { mix } from '../mixing/use-mix'
import { queue } from '../uploads/use-queue'
import { MINIMUM_WORDS, type Recognised } from './recognise'
import { useEngines } from './use-engines'

/** Whether an app can be made of this. */
export function isEnough(input: Recognised, engines: string[]): boolean {
  if (input.kind === 'files' || input.kind === 'link') return true
  if (input.kind === 'topic') return engines.length > 0
  const read = input.kind === 'text' || input.kind === 'transcript' || input.kind === 'video'
  return read && input.words >= MINIMUM_WORDS
}

/** Whether it can stand in a list of sources; what is said in a video may be added to it there. */
const isNamed = (input: Recognised, engines: string[]): input is Named =>
  input.kind !== 'files' && (input.kind === 'youtube' || isEnough(input, engines))

/** Whether one app can be made of the list, and of what is still in the field. */
export const isMixEnough = ({ all }: Mixed, written: Recognised, engines: string[]): boolean =>
  !all.some(lacksCaptions) &&
  (written.kind === 'empty' || (isEnough(written, engines) && all.length < SOURCES_MAX))

/** What is written goes on the list of sources, and files that are chosen beside it or beside the list. */
export function useListing(written: Recognised, text: string, setText: (text: string) => void) {
  const named = isNamed(written, useEngines())
  const list = () => {
    if (!named || mix.now().all.length >= SOURCES_MAX) return
    mix.addNamed(written, text)
    setText('')
  }
  const take = (files: File[]) => {
    if (!named && mix.now().all.length === 0) return queue.add(files)
    list()
    mix.addFiles(files)
  }
  return { list, take, canList: named }
}
