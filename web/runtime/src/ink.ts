/** What a picture shows at its rims and in its colours: line art (black on white alone) may be shown in white on black,
 * other pictures may not; a photograph needs no white ground around it. */

const SIDE = 48 // pixels to which a picture is drawn to be looked at
const GREY = 28 // between the channels of one pixel, at most
const PAPER = 200 // from here on a pixel is more paper than ink
const PAPER_SHARE = 0.6
const RIM_SHARE = 0.6 // of what stands at the four sides

/** Whether RGBA pixels hold nothing but ink and greys on much white paper. */
export function isInk(pixels: ArrayLike<number>): boolean {
  let paper = 0
  for (let at = 0; at < pixels.length; at += 4) {
    const colour = [pixels[at], pixels[at + 1], pixels[at + 2]].map(Number)
    const darkest = Math.min(...colour)
    if (Math.max(...colour) - darkest > GREY) return false
    if (darkest >= PAPER) paper++
  }
  return paper > 0 && paper * 4 >= pixels.length * PAPER_SHARE
}

/** Whether a square of RGBA pixels reaches its rims with something else than white paper, as photographs do. */
export function reachesItsRims(pixels: ArrayLike<number>): boolean {
  const side = Math.sqrt(pixels.length / 4)
  let filled = 0
  for (let at = 0; at < side * side; at++) {
    const isRim = at % side === 0 || at % side === side - 1 || at < side || at >= side * (side - 1)
    const colour = [pixels[4 * at], pixels[4 * at + 1], pixels[4 * at + 2]].map(Number)
    if (isRim && Math.min(...colour) < PAPER) filled++
  }
  return filled > RIM_SHARE * 4 * side
}

/** Mark what holds a picture that is line art, or a photograph, for dark surroundings. */
export function markInk(picture: HTMLImageElement): void {
  picture.addEventListener('load', () => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = SIDE
    const drawn = canvas.getContext('2d')
    if (!drawn) return
    drawn.drawImage(picture, 0, 0, SIDE, SIDE)
    const { data } = drawn.getImageData(0, 0, SIDE, SIDE)
    picture.parentElement?.classList.toggle('ink', isInk(data))
    picture.parentElement?.classList.toggle('full', reachesItsRims(data))
  })
}
