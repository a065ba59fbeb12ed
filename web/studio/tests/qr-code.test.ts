import jsQR from 'jsqr'
import { describe, expect, it } from 'vitest'
import { modulesOf } from '../src/publish/qr-code'

const PIXELS = 4 // of a module's side

/** What a telephone would read of the code, null if nothing. */
function read({ size, path }: { size: number; path: string }): string | null {
  const side = size * PIXELS
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [, x = '', y = ''] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = 0; row < PIXELS; row++)
      for (let column = 0; column < PIXELS; column++) {
        const at = ((+y * PIXELS + row) * side + +x * PIXELS + column) * 4
        pixels.set([0, 0, 0], at)
      }
  return jsQR(pixels, side, side)?.data ?? null
}

describe('the QR code of a link', () => {
  it.each([
    'http://192.168.1.20:8001/e/emb_01m8588g8gb7z2d4wan5femj96',
    `https://apps.school.example/p/emb_1?t=${'a1B2-_'.repeat(60)}`,
    'https://schule.example/e/größe',
  ])('is read as that link: %s', (address) => {
    expect(read(modulesOf(address))).toBe(address)
  })

  it('has four light modules around it', () => {
    const { size, path } = modulesOf('https://a.example')
    const places = [...path.matchAll(/M(\d+) (\d+)h/g)].flatMap(([, x, y]) => [
      Number(x),
      Number(y),
    ])
    expect(Math.min(...places)).toBe(4)
    expect(Math.max(...places)).toBe(size - 5)
  })
})
