/** The app's end of following: the studio's preview leads to exercises, and is told which one is used. */
import { asRecord, PROTOCOL_VERSION, type FromFollower } from '../../bridge/protocol'

/** `lead` shows the screen of an exercise or a section; it must not take the focus. */
export function followStudio(root: HTMLElement, lead: (place: string) => void): void {
  let studio: MessagePort | null = null
  addEventListener('message', ({ source, data, ports }) => {
    const message = asRecord(data)
    const port = ports[0]
    if (source !== parent || message?.['praxeo'] !== PROTOCOL_VERSION) return
    if (message['type'] !== 'follow' || !port) return
    studio?.close()
    studio = port
    port.onmessage = (event) => {
      const place = asRecord(event.data)?.['place']
      if (typeof place === 'string') lead(place)
    }
  })
  root.addEventListener('pointerdown', ({ target }) => {
    const used = target instanceof Element && target.closest<HTMLElement>('[data-exercise]')
    const exercise = used ? used.dataset['exercise'] : undefined
    if (!exercise) return
    const told: FromFollower = { v: PROTOCOL_VERSION, type: 'used', exercise }
    studio?.postMessage(told)
  })
}
