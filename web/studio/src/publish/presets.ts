/** Looks to begin with. Each can be read in its own scheme; tests hold that. */
import { ACCENT, FONT, FONTS, RADIUS, SCHEME, SPACE, SURFACE, TEXT, type Theme } from './theme'

export const PRESETS = {
  own: {},
  paper: {
    [ACCENT]: '#8a3b12',
    [SURFACE]: '#fbf6ec',
    [TEXT]: '#2b2118',
    [FONT]: FONTS.serif,
    [RADIUS]: '4px',
    [SCHEME]: 'light',
  },
  meadow: { [ACCENT]: '#1b6b3a', [SURFACE]: '#f5faf5', [TEXT]: '#14261a', [RADIUS]: '18px' },
  night: { [ACCENT]: '#9db8ff', [SURFACE]: '#10131f', [TEXT]: '#e8ecf8', [SCHEME]: 'dark' },
  clear: {
    [ACCENT]: '#0033a0',
    [SURFACE]: '#ffffff',
    [TEXT]: '#000000',
    [FONT]: FONTS.sans,
    [RADIUS]: '0px',
    [SPACE]: '1.3',
    [SCHEME]: 'light',
  },
} satisfies Record<string, Theme>

export type PresetName = keyof typeof PRESETS
export const PRESET_NAMES = Object.keys(PRESETS) as PresetName[]
