/** For pages that embed apps: the element `praxeo-app`, fits each frame to its app, and keeps the focus in the fields of the page. */
import { guardFocus } from './focus'

const own = new URL((document.currentScript as HTMLScriptElement).src)
const place = new URL('e/', own).href
const frames = (): HTMLIFrameElement[] =>
  [...document.querySelectorAll('iframe')].filter((frame) => frame.src.startsWith(place))

/** `<praxeo-app src="…/e/EMBED" title="…">`: what it holds is shown where this script is not let in. */
class App extends HTMLElement {
  connectedCallback(): void {
    const frame = document.createElement('iframe')
    frame.src = this.getAttribute('src') ?? ''
    frame.title = this.title
    frame.setAttribute(
      'sandbox',
      'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox',
    )
    frame.allow = 'fullscreen'
    frame.style.cssText = 'width:100%;height:40rem;border:0'
    if (frame.src.startsWith(place)) this.replaceChildren(frame)
  }
}
// A page may have this script more than once.
if (!customElements.get('praxeo-app')) customElements.define('praxeo-app', App)

addEventListener('message', ({ source, data }) => {
  if (data?.praxeo !== 1) return
  const frame = frames().find((one) => one.contentWindow === source)
  if (!frame) return
  if (data.type === 'resize') frame.style.height = `${data.height}px`
  if (data.type === 'view' && frame.getBoundingClientRect().top < 0) frame.scrollIntoView()
})
guardFocus(window, frames)
