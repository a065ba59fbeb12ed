/** Sends the sources of one app and has it made of them all; loaded when somebody presses the button. */
import { addFile } from '../api/files'
import { combine } from '../api/combined-inputs'
import { makeFromInput, type Example, type How } from '../api/examples'
import { addNamed, addVideo, type Given } from '../api/inputs'
import type { Check } from '../start/use-check'
import { nameOfText } from '../start/text-name'
import type { Send, Source } from './mix'
import { mix } from './use-mix'

export type MixWanted = { title: string; how: How | undefined; check: Check; textName: string }

/** The example; undefined if a source was refused: the list says which, and why. */
export async function makeOfMix(wanted: MixWanted): Promise<Example | undefined> {
  const { title, how, check, textName } = wanted
  const given = await mix.send(sender(check, textName))
  if (!given?.length) return undefined
  const [only] = given
  const whole = given.length === 1 && only ? only : await combine(given, title)
  const example = await makeFromInput(whole, title, how)
  mix.clear()
  return example
}

function sender(check: Check, textName: string): Send {
  const file = async (chosen: File, onShare: (share: number) => void): Promise<Given> => {
    check(chosen)
    return addFile(chosen, onShare)
  }
  return async (source: Source, onShare) => {
    const { what } = source
    switch (what.kind) {
      case 'file':
        return file(what.file, onShare)
      case 'link':
        return addNamed(what.url)
      case 'topic':
        return addNamed(what.topic)
      case 'youtube':
        return video(what.text, (await source.captions?.text()) ?? '')
      case 'video':
        return video(what.url, what.captions)
      default: {
        const name = `${nameOfText(what.text) || textName}.txt`
        return file(new File([what.text], name, { type: 'text/plain' }), onShare)
      }
    }
  }
}

const video = async (url: string, captions: string): Promise<Given> => ({
  input_type: 'youtube_input',
  input_id: (await addVideo(url.trim(), captions)).id,
})
