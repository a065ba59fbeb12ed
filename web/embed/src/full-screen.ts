/** Full screen is the wrapper's: with a bar of its own, so that no app can pass for something else. */
import { words } from './words'

export const BAR_PX = 36

/** Put the bar below the frame where the page around it allows full screen; the height that it takes. */
export function offerFullScreen(page: Document, language: string): number {
  if (!page.fullscreenEnabled) return 0
  const text = words(language)
  const bar = page.createElement('div')
  bar.className = 'bar'
  const button = page.createElement('button')
  button.type = 'button'
  button.textContent = text.full
  button.addEventListener('click', () => {
    void (page.fullscreenElement ? page.exitFullscreen() : page.documentElement.requestFullscreen())
  })
  page.addEventListener('fullscreenchange', () => {
    button.textContent = page.fullscreenElement ? text.leave : text.full
  })
  bar.append(button)
  page.body.append(bar)
  return BAR_PX
}
