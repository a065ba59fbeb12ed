// @vitest-environment happy-dom
/** What comes back from the previewed app is judged; the picker stands before the app and on its own feet. */
import { describe, expect, it } from 'vitest'
import { PICK_CHARS, type PickedElement } from '../../bridge/protocol'
import { labelOf, pickerScript, readPicker, withPicker } from '../src/change/picking'

const NONCE = 'n-1'
const element: PickedElement = {
  path: '#go',
  text: 'Let go',
  id: '',
  role: 'button',
  name: 'Let go',
  html: '<button id="go">Let go</button>',
}
const message = (more: object = {}) => ({ v: 1, nonce: NONCE, type: 'picked', element, ...more })

describe('a message of the picker', () => {
  it('is taken as it is', () => {
    expect(readPicker(message(), NONCE)).toEqual(message())
    expect(readPicker({ v: 1, nonce: NONCE, type: 'ready', more: 'x' }, NONCE)).toEqual({
      v: 1,
      nonce: NONCE,
      type: 'ready',
    })
  })

  it.each([
    ['another nonce', message({ nonce: 'n-2' })],
    ['another version', message({ v: 2 })],
    ['another type', message({ type: 'send' })],
    ['no element', message({ element: null })],
    ['a number for a text', message({ element: { ...element, name: 7 } })],
    ['a part that is missing', message({ element: { ...element, html: undefined } })],
    ...Object.entries(PICK_CHARS).map(([name, most]): [string, object] => [
      `too long a ${name}`,
      message({ element: { ...element, [name]: 'x'.repeat(most + 1) } }),
    ]),
    ['a list', [message()]],
    ['a word', 'picked'],
    ['nothing', null],
  ])('is not taken with %s', (_what, data) => {
    expect(readPicker(data, NONCE)).toBeNull()
  })

  it('loses halves of characters and what else stands in it', () => {
    const given = { ...element, text: 'a\uD83Db', more: 'x' }
    const read = readPicker(message({ element: given }), NONCE)
    expect(read).toEqual(message({ element: { ...element, text: 'ab' } }))
  })
})

describe('the picker in an app', () => {
  it('stands after the doctype, before everything else', () => {
    const made = withPicker(' <!-- a -->\n<!DOCTYPE html>\n<html><script>x</script></html>')
    expect(made.indexOf('<!DOCTYPE html><script>new (')).toBe(' <!-- a -->\n'.length)
    expect(made.endsWith('</script>\n<html><script>x</script></html>')).toBe(true)
    expect(withPicker('<p>x</p>')).toMatch(/^<script>[\s\S]*<\/script><p>x<\/p>$/)
    expect(made.match(/<\/script/g)).toHaveLength(2)
  })

  it('uses nothing from outside of itself', async () => {
    // As in the frame: made anew from its own text, where no import of this module is known.
    new Function(pickerScript())()
    const { port1, port2 } = new MessageChannel()
    const said: unknown[] = []
    port1.onmessage = ({ data }) => said.push(data.type)
    const pick = { praxeo: 1, type: 'pick', nonce: NONCE }
    const event = (source: unknown, data: object) =>
      Object.assign(new Event('message'), { source, data, ports: [port2] })
    window.dispatchEvent(event({}, pick)) // another window
    window.dispatchEvent(event(window.parent, { ...pick, praxeo: 2 }))
    expect(document.documentElement.lastElementChild?.localName).toBe('body')
    window.dispatchEvent(event(window.parent, pick))
    expect(document.documentElement.querySelectorAll('[aria-hidden]')).toHaveLength(2)
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    expect(document.documentElement.querySelectorAll('[aria-hidden]')).toHaveLength(0)
    await expect.poll(() => said).toEqual(['ready', 'cancelled'])
    port1.close()
  })
})

describe('what an element is called', () => {
  it('is its role and its name, else what stands in it, else where it stands', () => {
    expect(labelOf(element)).toBe('button “Let go”')
    expect(labelOf({ ...element, role: '', name: '' })).toBe('button “Let go”')
    expect(labelOf({ ...element, role: '', name: '', text: '', html: '' })).toBe('#go')
    expect(labelOf({ ...element, name: 'x'.repeat(80) }).length).toBeLessThan(75)
  })
})
