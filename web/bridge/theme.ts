/** Which CSS variables a theme may set, and the contrast that keeps every one of them readable. */
import { asRecord, type Theme } from './protocol'

/** WCAG 2.2 contrast of text (1.4.3); also asked of the accent, since it colours links. */
export const MIN_CONTRAST = 4.5
const HEX = /^#([\da-f]{3}){1,2}$/i
const FONT = /^[\p{L}\p{N} ,'"-]{1,120}$/u
const RULES = {
  accent: HEX,
  surface: HEX,
  text: HEX,
  font: FONT,
  'reading-font': FONT,
  radius: /^(1?\d|2[0-4])(\.\d{1,2})?px$/,
  space: /^(0\.[6-9]|1(\.[0-6])?)$/, // times the app's own
  direction: /^(ltr|rtl)$/,
}

export type Rgb = readonly [number, number, number]

/** The theme with every value that is not allow-listed and well formed left out. */
export function safeTheme(candidate: unknown): Theme {
  const record = asRecord(candidate)
  const given = asRecord(record?.['variables']) ?? {}
  const variables: Record<string, string> = {}
  for (const [short, rule] of Object.entries(RULES)) {
    const name = `--praxeo-${short}`
    const value = String(given[name] ?? '').trim()
    if (rule.test(value)) variables[name] = value
  }
  const scheme = record?.['scheme']
  return scheme === 'light' || scheme === 'dark' ? { scheme, variables } : { variables }
}

export function parseHex(colour: string): Rgb {
  const digits = colour.slice(1)
  const full = digits.length === 3 ? [...digits].map((d) => d + d).join('') : digits
  return [0, 2, 4].map((at) => Number.parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb
}

export function toHex(colour: Rgb): string {
  return '#' + colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')
}

/** Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it. */
export function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const c = part / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** `colour`, moved towards black or white just as far as it takes to be readable on `surface`. */
export function readable(colour: Rgb, surface: Rgb, least = MIN_CONTRAST): Rgb {
  const goal = contrast([0, 0, 0], surface) > contrast([255, 255, 255], surface) ? 0 : 255
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = colour.map((part) => Math.round(part + (goal - part) * share)) as unknown as Rgb
    if (contrast(mixed, surface) >= least) return mixed
  }
  return [goal, goal, goal]
}
