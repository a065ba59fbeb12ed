import { describe, expect, it } from 'vitest'
import { snippet } from '../src/publish/snippet'
import {
  ACCENT,
  ratios,
  sameTheme,
  SCHEME,
  SURFACE,
  themeMessage,
  withValue,
} from '../src/publish/theme'

describe('the theme of an embed', () => {
  it('is told when it can hardly be read', () => {
    expect(ratios({}).accent).toBeGreaterThan(4.5)
    expect(ratios({ [ACCENT]: '#ffee00' }).accent).toBeLessThan(4.5)
    expect(ratios({ [SCHEME]: 'dark', [ACCENT]: '#ffee00' }).accent).toBeGreaterThan(4.5)
    expect(ratios({ [SURFACE]: '#16202a' }).text).toBeCloseTo(1, 1)
  })
  it('leaves to the app what is not set', () => {
    expect(withValue({ [ACCENT]: '#000000' }, ACCENT, '')).toEqual({})
    expect(sameTheme({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true)
    expect(themeMessage({ [SCHEME]: 'dark', [ACCENT]: '#111111' })).toEqual({
      praxeo: 1,
      type: 'theme',
      theme: { scheme: 'dark', variables: { [ACCENT]: '#111111' } },
    })
  })
})

describe('the code for a page', () => {
  const address = 'https://embeds.example/e/emb_1'
  it('is a frame with a title, a sandbox and no more rights than it needs', () => {
    const code = snippet(address, 'Cells & "life"')
    expect(code).toContain('title="Cells &#38; &#34;life&#34;"')
    expect(code).toContain('sandbox="allow-scripts allow-same-origin allow-forms allow-popups"')
    expect(code).toContain('loading="lazy"')
    expect(code).not.toContain('<script')
  })
  it('fits its height only if that is wanted', () => {
    expect(snippet(address, 'T', true)).toContain("data.type==='resize'")
  })
})
