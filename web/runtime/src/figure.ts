/** A figure of the source: its picture with caption and credit, larger at a press. */
import type { App } from './app'
import { h, icon, withMarkup } from './dom'
import { markInk } from './ink'
import { plainText, type Picture, type ReadingBlock } from './payload'

export function figureElement(app: App, block: ReadingBlock, picture: Picture): HTMLElement {
  return shownWith(app, picture, plainText(block.html), caption(block.html, picture))
}

/** A picture that belongs to a question, which says what it is about. */
export function pictureElement(app: App, picture: Picture): HTMLElement {
  return shownWith(app, picture, '', caption('', picture))
}

function shownWith(
  app: App,
  picture: Picture,
  words: string,
  told: HTMLElement | null,
): HTMLElement {
  const address = app.payload.pictures?.[picture.name]
  return h(
    'figure',
    { class: 'figure' },
    address ? enlargeable(app, words, picture, address) : missing(app, picture),
    told,
  )
}

/** What stands in place of a picture that the app does not carry. */
function missing(app: App, picture: Picture): HTMLElement {
  return h(
    'p',
    { class: 'no-picture' },
    h('span', { lang: app.spoken }, app.say.noPicture),
    picture.alt && ` ${picture.alt}`,
  )
}

function caption(html: string, picture: Picture): HTMLElement | null {
  if (!html && !picture.credit) return null
  const words = html && withMarkup(h('span'), html)
  return h('figcaption', {}, words, picture.credit && h('small', {}, picture.credit))
}

function enlargeable(app: App, words: string, picture: Picture, address: string): HTMLElement {
  const shown = image(picture, address)
  markInk(shown)
  const name = [app.say.enlarge, words || picture.alt].filter(Boolean).join(': ')
  const button: HTMLElement = h(
    'button',
    {
      type: 'button',
      class: 'picture',
      'aria-label': name,
      onclick: () => enlarge(app, button, image(picture, address)),
    },
    shown,
  )
  // Its bytes may hold more pixels than it is wide; around them stand padding and border.
  button.style.maxInlineSize = `min(100%, calc(${picture.width}px + 1.3rem))`
  return button
}

function image({ alt, width, height }: Picture, address: string): HTMLImageElement {
  return h('img', { src: address, alt, width, height })
}

/** Show the picture as large as it is, a small one several times its size; what does not fit is moved about in its box. */
function enlarge(app: App, opener: HTMLElement, picture: HTMLImageElement): void {
  const width = Number(picture.getAttribute('width'))
  picture.style.minInlineSize = `min(80vw, ${4 * width}px, 40rem)`
  const close = h(
    'button',
    {
      type: 'button',
      class: 'button plain',
      'aria-label': app.say.close,
      onclick: () => box.close(),
    },
    icon('cross'),
  )
  const box: HTMLDialogElement = h(
    'dialog',
    { class: 'enlarged', 'aria-label': opener.getAttribute('aria-label') ?? '' },
    close,
    h('div', { class: 'enlarged-picture', tabindex: 0 }, picture),
  )
  box.addEventListener('close', () => {
    box.remove()
    opener.focus({ preventScroll: true })
  })
  box.addEventListener('click', (event) => {
    if (event.target === box) box.close()
  })
  // Of a frame as tall as its page no more may be seen than what lies around the figure.
  const root = document.documentElement
  if (root.scrollHeight <= window.innerHeight) {
    box.style.insetBlockStart = `${Math.max(0, opener.getBoundingClientRect().top)}px`
    box.classList.add('in-place')
  }
  document.body.append(box)
  box.showModal()
}

/** Lead from words such as "Figure 3" to the figure, in whichever section it stands. */
export function followFigureLinks(app: App, root: HTMLElement): void {
  root.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]')
    const block = link?.getAttribute('href')?.slice(1)
    if (!block) return
    event.preventDefault()
    const section = app.payload.sections.find(({ reading }) =>
      reading.some(({ id }) => id === block),
    )
    if (section) app.go(section.id, block)
  })
}
