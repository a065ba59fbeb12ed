/** For pages that embed apps: fits each frame to its app, and keeps the focus in the fields of the page. */
import { guardFocus } from './focus'

const own = new URL((document.currentScript as HTMLScriptElement).src)
const place = new URL('e/', own).href
const frames = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(place))

addEventListener('message', ({ source, data }) => {
  if (data?.praxeo !== 1) return
  const frame = frames().find((one) => one.contentWindow === source)
  if (!frame) return
  if (data.type === 'resize') frame.style.height = `${data.height}px`
  if (data.type === 'view' && frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
})
guardFocus(window, frames)
