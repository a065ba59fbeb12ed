/** Functions fit on a screen, modules are short, and none import each other in a circle. */
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import {
  cycles,
  FUNCTION_LINES_MAX,
  importsOf,
  longFunctions,
  longModules,
  MODULE_LINES_MAX,
  readTree,
  type Tree,
} from './shape'

const tree = readTree(fileURLToPath(new URL('..', import.meta.url)))
const planted = (...modules: [string, string][]): Tree => new Map([...tree, ...modules])
const lines = (count: number, line: string) => `${line}\n`.repeat(count)
const SLOW_MS = 60_000 // to read some 300 modules on a busy machine
const PLANT = 'studio/src/planted.tsx'

describe('the TypeScript', () => {
  it('is read as a whole', () => {
    expect(tree.size).toBeGreaterThan(200)
    expect(importsOf('studio/src/app.tsx', tree)).toContain('studio/src/library/library-page.tsx')
  })

  it(
    'has no function over the limit',
    () => {
      expect(longFunctions(tree)).toEqual([])
      const body = lines(FUNCTION_LINES_MAX - 1, '  x()')
      const told = (text: string) => longFunctions(new Map([[PLANT, text]]))
      const found = [`${PLANT}:1: ${FUNCTION_LINES_MAX + 1} lines`]
      for (const [begin, end] of [
        ['function f() {', '}'],
        ['const f = () => {', '}'],
        ['class A { f() {', '}}'],
      ])
        expect(told(`${begin}\n${body}${end}`)).toEqual(found)
      expect(told(`describe('a', () => {\n${body}})`)).toEqual([])
    },
    SLOW_MS,
  )

  it('has no module over the limit', () => {
    expect(longModules(tree)).toEqual([])
    const long = lines(MODULE_LINES_MAX + 1, 'x()')
    expect(longModules(planted([PLANT, long]))).toEqual([`${PLANT}: ${MODULE_LINES_MAX + 1} lines`])
  })

  it(
    'imports nothing in a circle',
    () => {
      expect(cycles(tree)).toEqual([])
      const circle = planted(
        ['studio/src/a.ts', "import type { B } from './b'"],
        ['studio/src/b.ts', "export { c } from './c'"],
        ['studio/src/c.ts', "const later = () => import('./a')"],
      )
      expect(cycles(circle)).toEqual([
        'studio/src/a.ts → studio/src/b.ts → studio/src/c.ts → studio/src/a.ts',
      ])
    },
    SLOW_MS,
  )
})
