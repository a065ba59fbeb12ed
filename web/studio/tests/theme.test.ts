import { describe, expect, it } from 'vitest'
import { safeTheme } from '../../bridge/theme'
import { READABLE } from '../src/publish/contrast'
import { PRESET_NAMES, PRESETS } from '../src/publish/presets'
import {
  ACCENT,
  ratios,
  sameTheme,
  SCHEME,
  SURFACE,
  themeMessage,
  withValue,
  type Theme,
} from '../src/publish/theme'

describe('a look to begin with', () => {
  it.each(PRESET_NAMES)('can be read, and goes through to the app whole: %s', (name) => {
    const { text, accent } = ratios(PRESETS[name])
    expect(Math.min(text, accent)).toBeGreaterThan(READABLE)
    const { [SCHEME]: scheme, ...variables }: Theme = PRESETS[name]
    expect(safeTheme({ scheme, variables })).toEqual(scheme ? { scheme, variables } : { variables })
  })
})

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
