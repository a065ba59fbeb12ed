/** The guard of a page's fields, in a page that says only afterwards which frame took the focus, as Firefox does. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { guardFocus } from '../src/focus'

type Heard = (event: object) => void

class Element {
  replaced = false
  focused: () => void = () => {}
  constructor(readonly tag: string) {}
  matches = (selector: string): boolean => selector !== ':hover' && selector.includes(this.tag)
  replaceWith(): void {
    this.replaced = true
  }
  focus(): void {
    this.focused()
  }
  setAttribute(): void {}
  append(): void {}
  addEventListener(): void {}
}

/** A page with a field that somebody types into, and a frame. */
function page() {
  const heard = new Map<string, Heard>()
  const listen = (name: string, hear: Heard) => heard.set(name, hear)
  const [field, frame, body] = [new Element('input'), new Element('iframe'), new Element('body')]
  const document = {
    activeElement: body,
    addEventListener: listen,
    createElement: (tag: string) => new Element(tag),
  }
  field.focused = () => (document.activeElement = field)
  vi.stubGlobal('document', document)
  guardFocus({ document, addEventListener: listen } as never, () => [frame as never])
  heard.get('focusin')!({ target: field })
  return { heard, document, field, frame }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('HTMLElement', Element)
  vi.stubGlobal('navigator', { language: 'en' })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a frame that takes the focus goes, though the page is told only afterwards which it was', () => {
  const { heard, document, field, frame } = page()
  heard.get('blur')!({ timeStamp: 1_000 })
  expect(frame.replaced).toBe(false)
  document.activeElement = frame
  vi.runAllTimers()
  expect(frame.replaced).toBe(true)
  expect(document.activeElement).toBe(field)
})

test('a frame that somebody went to by the Tab key stays', () => {
  const { heard, document, frame } = page()
  heard.get('keydown')!({ key: 'Tab', timeStamp: 900 })
  document.activeElement = frame
  heard.get('blur')!({ timeStamp: 1_000 })
  vi.runAllTimers()
  expect(frame.replaced).toBe(false)
})
