/** Sheets of the page around an app: dialogs over the app, in the visitor's language. */
const STYLE = `
.source { color-scheme: light dark; border: 1px solid; border-radius: 12px; padding: 1.25rem; max-width: min(36rem, 100vw - 4rem);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
.source::backdrop { background: #0008 }
.source blockquote { margin: 0 0 1rem; padding-inline-start: 1rem; border-inline-start: 3px solid; max-height: 12rem; overflow: auto }
.source h2 { margin: 0 0 .5rem; font-size: 1.25rem }
.source p { margin: 0 0 .5rem }
.source small { display: block; margin-bottom: 1rem; user-select: all }
.source textarea { display: block; width: 100%; box-sizing: border-box; margin: .5rem 0 1rem; font: .8rem/1.4 ui-monospace, monospace }
.source .film { display: grid; gap: .5rem; margin-bottom: 1rem; font-size: .875rem }
@media (hover: none) { .source .film small { display: none } }
.source .film small { margin: 0; user-select: auto }
.source video { width: 100%; max-height: 60vh; background: #000; border-radius: 8px }
.source select { font: inherit; min-height: 44px }
.source a, .source button { display: inline-block; font: inherit; padding: .6rem 1rem; min-height: 44px; box-sizing: border-box;
  margin: 0 .25rem .25rem 0; border: 1px solid; border-radius: 8px; background: none; color: inherit }`

/** An empty sheet and what closes it, or null where one is open or no person has just acted: an app alone opens nothing. */
export function sheetIn(
  page: Document,
  title: string,
  closing: string,
): { sheet: HTMLDialogElement; close: HTMLElement } | null {
  const acted = navigator.userActivation?.isActive ?? true
  if (!acted || page.querySelector('.source')) return null
  const sheet = page.createElement('dialog')
  sheet.className = 'source'
  sheet.setAttribute('aria-label', title)
  const style = page.createElement('style')
  style.textContent = STYLE
  const close = made(page, 'button', closing)
  close.addEventListener('click', () => sheet.close())
  sheet.addEventListener('close', () => sheet.remove())
  sheet.append(style)
  return { sheet, close }
}

export function made(page: Document, name: string, text: string): HTMLElement {
  const element = page.createElement(name)
  element.textContent = text
  return element
}

/** The words of the visitor's language, English where there are none. */
export function inLanguage<W>(words: Readonly<Record<string, W>> & { en: W }): W {
  return words[navigator.language.slice(0, 2)] ?? words.en
}
