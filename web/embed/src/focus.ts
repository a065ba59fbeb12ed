/**
 * Keeps what a person types out of an app. A frame can take the focus from a field of the page around it, and no browser
 * lets the page forbid that; giving it back is no use, since the frame takes it again. So a frame that took it goes.
 */
const TAB_MS = 500
const LOOK_AGAIN_MS = [0, 10, 30, 90, 270] // Firefox names the frame that took the focus some time after it is gone
const FIELDS = 'input, textarea, select, [contenteditable]'
const WORDS = {
  en: ['This app took the focus away from your typing and was stopped.', 'Load it again'],
  de: ['Diese App hat Ihnen beim Tippen den Fokus genommen und wurde angehalten.', 'Neu laden'],
} as const

export function guardFocus(page: Window, frames: () => HTMLIFrameElement[]): void {
  const { document } = page
  let field: HTMLElement | null = null
  let tabbed = -Infinity
  let touched = false
  const note = (target: EventTarget | null) => {
    field = target instanceof HTMLElement && target.matches(FIELDS) ? target : null
  }
  note(document.activeElement) // it may have been there before this script
  document.addEventListener('focusin', ({ target }) => note(target))
  document.addEventListener(
    'pointerdown',
    (event) => (touched = event.pointerType === 'touch'),
    true,
  )
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Tab') tabbed = event.timeStamp
    },
    true,
  )
  const look = (at: number) => {
    const frame = frames().find((one) => one === document.activeElement)
    // Where somebody touches the screen nothing tells whether a finger was on the frame.
    if (!frame || !field || touched) return
    if (frame.matches(':hover') || at - tabbed < TAB_MS) {
      field = null
      return
    }
    stop(frame)
    field.focus()
  }
  page.addEventListener('blur', ({ timeStamp }) => {
    look(timeStamp)
    for (const after of LOOK_AGAIN_MS) setTimeout(look, after, timeStamp)
  })
}

/** A sentence in the place of the frame, with a button that loads it again. */
function stop(frame: HTMLIFrameElement): void {
  const [sentence, again] = WORDS[navigator.language.startsWith('de') ? 'de' : 'en']
  const told = document.createElement('p')
  const button = document.createElement('button')
  button.textContent = again
  button.addEventListener('click', () => told.replaceWith(frame))
  told.setAttribute('role', 'alert')
  told.append(`${sentence} `, button)
  frame.replaceWith(told)
}
