/** Starts the wrapper: listens first, then loads the app, so that no hello is missed. */
import { Wrapper } from './wrapper'
import { openShelf } from './shelf'

const frame = document.getElementById('praxeo-frame')
if (frame instanceof HTMLIFrameElement) {
  const { embed = '', theme = '', src = '' } = frame.dataset
  const nonce = () =>
    crypto.randomUUID?.() ?? [...crypto.getRandomValues(new Uint32Array(4))].join('-')
  const host = window.parent === window ? null : window.parent
  const shelf = openShelf(() => window.localStorage, `praxeo:${embed}:`)
  const wrapper = new Wrapper({ embed, frame, host, shelf, nonce, theme: themeOf(theme) })
  addEventListener('message', (event) => wrapper.receive(event))
  frame.src = src
}

function themeOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
