/** A theme of an embed: the variables that docs/reference/bridge.md allows, and how readable they are. */
import { contrast } from './contrast'

export type Theme = Record<string, string>

export const ACCENT = '--praxeo-accent'
export const SURFACE = '--praxeo-surface'
export const TEXT = '--praxeo-text'
export const FONT = '--praxeo-font'
export const RADIUS = '--praxeo-radius'
export const SPACE = '--praxeo-space'
export const DIRECTION = '--praxeo-direction'
export const SCHEME = 'scheme'

/** What an app looks like where the theme says nothing, by its scheme. */
const OWN: Record<'light' | 'dark', Theme> = {
  light: { [ACCENT]: '#0b5d6b', [SURFACE]: '#ffffff', [TEXT]: '#16202a' },
  dark: { [ACCENT]: '#7cc8d4', [SURFACE]: '#14181c', [TEXT]: '#e4e8ea' },
}

export const FONTS: Record<'sans' | 'serif' | 'mono', string> = {
  sans: 'Helvetica, Arial, sans-serif',
  serif: 'Georgia, serif',
  mono: 'Menlo, Consolas, monospace',
}
export const RADIUS_DEFAULT = 12
export const RADIUS_MAX = 24

export const colourOf = (theme: Theme, name: string): string =>
  theme[name] ?? OWN[theme[SCHEME] === 'dark' ? 'dark' : 'light'][name] ?? '#000000'

/** The contrast of text and of the accent with the ground. */
export const ratios = (theme: Theme): { text: number; accent: number } => ({
  text: contrast(colourOf(theme, TEXT), colourOf(theme, SURFACE)),
  accent: contrast(colourOf(theme, ACCENT), colourOf(theme, SURFACE)),
})

/** The theme with one value set, or left to the app if it is ''. */
export function withValue(theme: Theme, name: string, value: string): Theme {
  const others = Object.fromEntries(Object.entries(theme).filter(([other]) => other !== name))
  return value ? { ...others, [name]: value } : others
}

/** The message that shows a theme in a running embed at once. */
export function themeMessage(theme: Theme): unknown {
  const { [SCHEME]: scheme, ...variables } = theme
  return { praxeo: 1, type: 'theme', theme: scheme ? { scheme, variables } : { variables } }
}

export const sameTheme = (one: Theme, other: Theme): boolean => {
  const sorted = (theme: Theme) => JSON.stringify(Object.entries(theme).sort())
  return sorted(one) === sorted(other)
}
