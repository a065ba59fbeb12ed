/** Contrast of two colours by WCAG 2: (L1 + 0.05) / (L2 + 0.05) of their relative luminances. */

/** Red, green and blue from 0 to 255. */
function parts(hex: string): number[] {
  const digits =
    hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g)
  return (digits ?? []).map((part) => parseInt(part, 16))
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = parts(hex).map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

export const READABLE = 4.5

const STEPS = 100

/** The colour nearest to `ink` that can be read on `ground`: darker or lighter, whichever is the smaller step. */
export function nearestReadable(ink: string, ground: string): string {
  for (let step = 0; step <= STEPS; step += 1) {
    for (const end of ['#000000', '#ffffff']) {
      const shifted = mixed(ink, end, step / STEPS)
      if (contrast(shifted, ground) >= READABLE) return shifted
    }
  }
  return ink // never: black or white can be read on any ground
}

function mixed(one: string, other: string, share: number): string {
  const [from, to] = [parts(one), parts(other)]
  const each = from.map((value, at) => Math.round(value + ((to[at] ?? 0) - value) * share))
  return `#${each.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}
