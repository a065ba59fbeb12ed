/** The shape of the TypeScript here: how long functions and modules are, and what imports what in a circle. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript'

export const FUNCTION_LINES_MAX = 40
export const MODULE_LINES_MAX = 300

/** Modules by their path below the folder that was read. */
export type Tree = ReadonlyMap<string, string>

const ROOMS = ['bridge', 'embed', 'runtime', 'studio', 'tests']
const MODULE = /\.tsx?$/
const MADE = /schema\.d\.ts$/ // by a program, for a program

export function readTree(folder: string): Tree {
  const files = ROOMS.flatMap((room) =>
    readdirSync(join(folder, room), { recursive: true, encoding: 'utf-8' }).map((name) =>
      normalize(join(room, name)),
    ),
  )
  const modules = files.filter((name) => MODULE.test(name) && !MADE.test(name))
  return new Map(modules.map((name) => [name, readFileSync(join(folder, name), 'utf-8')]))
}

export function longModules(tree: Tree): string[] {
  return [...tree]
    .map(([path, text]) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MODULE_LINES_MAX)
    .map(({ path, lines }) => `${path}: ${lines} lines`)
}

/** Functions over the limit. What groups tests (`describe`) is a heading and no function. */
export function longFunctions(tree: Tree): string[] {
  return [...tree].flatMap(([path, text]) => {
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
    return functionsIn(source)
      .map((node) => ({ first: lineOf(source, node.getStart()), last: lineOf(source, node.end) }))
      .filter(({ first, last }) => last - first + 1 > FUNCTION_LINES_MAX)
      .map(({ first, last }) => `${path}:${first}: ${last - first + 1} lines`)
  })
}

const lineOf = (source: ts.SourceFile, position: number): number =>
  source.getLineAndCharacterOfPosition(position).line + 1

function functionsIn(node: ts.Node): ts.Node[] {
  const inner: ts.Node[] = []
  ts.forEachChild(node, (child) => void inner.push(...functionsIn(child)))
  const isOne = ts.isFunctionLike(node) && 'body' in node && node.body !== undefined
  return isOne && !isGroup(node) ? [node, ...inner] : inner
}

const isGroup = ({ parent }: ts.Node): boolean =>
  ts.isCallExpression(parent) && /^describe\b/.test(parent.expression.getText())

/** Circles of modules that import each other, for types too, each from its first name on. */
export function cycles(tree: Tree): string[] {
  const found = new Set<string>()
  const done = new Set<string>()
  const visit = (path: string, way: readonly string[]): void => {
    const start = way.indexOf(path)
    if (start >= 0) return void found.add(told(way.slice(start)))
    if (done.has(path)) return
    for (const next of importsOf(path, tree)) visit(next, [...way, path])
    done.add(path)
  }
  for (const path of tree.keys()) visit(path, [])
  return [...found].sort()
}

function told(circle: readonly string[]): string {
  const first = circle.indexOf([...circle].sort()[0] ?? '')
  const turned = [...circle.slice(first), ...circle.slice(0, first)]
  return [...turned, turned[0]].join(' → ')
}

/** The modules of this tree that a module imports, at once or when it needs them. */
export function importsOf(path: string, tree: Tree): string[] {
  const { importedFiles } = ts.preProcessFile(tree.get(path) ?? '', true, true)
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => normalize(join(dirname(path), fileName)))
    .flatMap((name) => ENDINGS.map((ending) => name + ending).find((each) => tree.has(each)) ?? [])
}

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']
