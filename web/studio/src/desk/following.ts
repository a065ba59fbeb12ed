/** The studio's end of following: leads the app in the preview to an exercise, and hears which one is in use. */
import { asRecord, PROTOCOL_VERSION, type ToFollower } from '../../../bridge/protocol'

const ID_CHARACTERS_MAX = 64

/** One frame that is followed. It may be an app that knows nothing of it: then nothing happens. */
export class Following {
  private readonly channel = new MessageChannel()

  constructor(frame: HTMLIFrameElement, onUsed: (exercise: string) => void) {
    this.channel.port1.onmessage = ({ data }: MessageEvent) => {
      const exercise = exerciseIn(data)
      if (exercise) onUsed(exercise)
    }
    const hello = { praxeo: PROTOCOL_VERSION, type: 'follow' }
    // The frame has no origin of its own that could be named.
    frame.contentWindow?.postMessage(hello, '*', [this.channel.port2])
  }

  /** Show an exercise, or a section by its id. */
  show(place: string): void {
    const message: ToFollower = { v: PROTOCOL_VERSION, type: 'show', place }
    this.channel.port1.postMessage(message)
  }

  close(): void {
    this.channel.port1.close()
  }
}

/** The exercise that a message names, '' for anything else: the frame can send what it likes. */
export function exerciseIn(data: unknown): string {
  const message = asRecord(data)
  if (message?.['v'] !== PROTOCOL_VERSION || message['type'] !== 'used') return ''
  const { exercise } = message
  return typeof exercise === 'string' && exercise.length <= ID_CHARACTERS_MAX ? exercise : ''
}
