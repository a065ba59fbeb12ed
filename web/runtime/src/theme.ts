/** Light, dark and custom colours: sets the CSS variables that every style is derived from. */
import type { Scheme, Theme } from '../../bridge/protocol'
import {
  contrast,
  luminance,
  MIN_CONTRAST,
  parseHex,
  readable,
  toHex,
  type Rgb,
} from '../../bridge/theme'

const SURFACES: Record<Scheme, string> = { light: '#ffffff', dark: '#14181c' }
/** Text is held to AAA (WCAG 1.4.6), since lighter shades of it are mixed for small print. */
const TEXT_CONTRAST = 10
const ACCENT_CONTRAST = 5
const NAMES = ['accent', 'surface', 'text', 'font', 'reading-font', 'radius', 'space'].map(
  (name) => `--praxeo-${name}`,
)

/** What is taken as it is. */
const PLAIN = ['font', 'reading-font', 'radius', 'space'].map((name) => `--praxeo-${name}`)

/** The scheme to show: the learner's choice, else the theme's, else the system's. */
export function schemeOf(chosen: Scheme | '', theme: Theme, systemDark: boolean): Scheme {
  const surface = theme.variables?.['--praxeo-surface']
  const ofSurface = surface ? (isDark(surface) ? 'dark' : 'light') : undefined
  return chosen || theme.scheme || ofSurface || (systemDark ? 'dark' : 'light')
}

/** The variables to set for a scheme; colours are moved as far as contrast asks. */
export function variablesFor(theme: Theme, scheme: Scheme): Record<string, string> {
  const given = theme.variables ?? {}
  const result: Record<string, string> = {}
  for (const name of PLAIN) {
    const value = given[name]
    if (value) result[name] = value
  }
  // A surface of the other scheme is left alone: the toggle must still mean light and dark.
  const own = given['--praxeo-surface']
  const fits = own !== undefined && isDark(own) === (scheme === 'dark')
  const surface = parseHex(fits ? own : SURFACES[scheme])
  if (fits) result['--praxeo-surface'] = own
  const text = given['--praxeo-text']
  if (text || fits) {
    const fallback = scheme === 'dark' ? '#eceff1' : '#16202a'
    result['--praxeo-text'] = toHex(readable(parseHex(text ?? fallback), surface, TEXT_CONTRAST))
  }
  const accent = given['--praxeo-accent']
  if (accent) {
    const shown = readable(parseHex(accent), surface, ACCENT_CONTRAST)
    result['--praxeo-accent'] = toHex(shown)
    result['--praxeo-on-accent'] = onAccent(shown)
  }
  return result
}

/** `direction` is that of the app's language; a theme may set another. */
export function applyTheme(
  root: HTMLElement,
  theme: Theme,
  scheme: Scheme,
  direction: string,
): void {
  root.dataset['scheme'] = scheme
  root.dir = theme.variables?.['--praxeo-direction'] ?? direction
  for (const name of [...NAMES, '--praxeo-on-accent']) root.style.removeProperty(name)
  for (const [name, value] of Object.entries(variablesFor(theme, scheme))) {
    root.style.setProperty(name, value)
  }
}

function onAccent(accent: Rgb): string {
  const white = parseHex('#ffffff')
  if (contrast(white, accent) >= MIN_CONTRAST) return toHex(white)
  return toHex(readable(parseHex('#101418'), accent))
}

function isDark(colour: string): boolean {
  return luminance(parseHex(colour)) < 0.18
}
