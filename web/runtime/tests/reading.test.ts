// @vitest-environment happy-dom
/** How the source's blocks become a page. */
import { expect, test } from 'vitest'
import type { App } from '../src/app'
import { withoutTitles } from '../src/folding'
import type { Payload, ReadingBlock, Section } from '../src/payload'
import { proseOf, readingOf } from '../src/reading'
import { stringsFor } from '../src/strings'

const payload = { pictures: { fig1: 'data:image/webp;base64,AA' } }
const app = { spoken: 'de', say: stringsFor('de'), payload } as unknown as App

let count = 0
const block = (kind: ReadingBlock['kind'], html: string, more: Partial<ReadingBlock> = {}) => {
  count += 1
  return { id: `b${count}`, kind, level: 0, html, label: '', ...more }
}
const heading = (level: number, html = 'H') => block('heading', html, { level })
const item = (level: number, html: string, number?: string) =>
  block('list_item', html, number ? { level, number } : { level })
const cell = (text: string, header = false, spans = {}) => ({
  ...{ text, header, row_span: 1, column_span: 1 },
  ...spans,
})
const tags = (root: HTMLElement) => [...root.children].map((child) => child.tagName.toLowerCase())

test('a cell shows its formulas and the lines that its source parts', () => {
  const rows = [[cell('Law', true), { ...cell('E = mc²'), html: '<math><mi>E</mi></math><br>x' }]]
  const root = readingOf(app, [block('table', '', { rows })], '')
  expect(root.querySelector('th')?.textContent).toBe('Law')
  expect(root.querySelectorAll('td math, td br')).toHaveLength(2)
})

test('headings start under the title of the view and never skip a level', () => {
  const levels = [3, 5, 3, 1, 2, 4, 6, 6]
  const root = readingOf(
    app,
    levels.map((level) => heading(level)),
    '',
  )
  expect(tags(root)).toEqual(['h2', 'h3', 'h2', 'h2', 'h3', 'h4', 'h5', 'h5'])
})

test('headings of own prose are brought under the title too', () => {
  expect(tags(proseOf(app, '<h3>A</h3><p>x</p><h5>B</h5><h1>C</h1>'))).toEqual([
    'h2',
    'p',
    'h3',
    'h2',
  ])
})

test('a marked sentence of own prose gets its note in the language of the app', () => {
  const root = proseOf(
    app,
    '<p>It is 90.<span class="unsupported" data-unsupported=""></span> So.</p>',
  )
  expect(root.textContent).toBe('It is 90.Das steht so nicht in der Quelle So.')
  expect(root.querySelector('[data-unsupported]')?.getAttribute('lang')).toBe('de')
})

test('list items nest by their depth, and other blocks end the list', () => {
  const root = readingOf(
    app,
    [item(1, 'a'), item(2, 'b'), item(2, 'c'), item(1, 'd'), block('paragraph', 'p'), item(3, 'e')],
    '',
  )
  expect(tags(root)).toEqual(['ul', 'p', 'ul'])
  expect(root.querySelectorAll(':scope > ul:first-child > li')).toHaveLength(2)
  expect(root.querySelectorAll('li > ul > li')).toHaveLength(2)
})

test('a numbered list goes on from its printed number', () => {
  const list = readingOf(app, [item(1, 'c', '3.'), item(1, 'd', '4.')], '').querySelector('ol')
  expect(list?.getAttribute('start')).toBe('3')
  expect(list?.children).toHaveLength(2)
})

test('a table has header cells for its columns and for its rows', () => {
  const rows = [
    [cell('', true), cell('Speed', true, { column_span: 2 })],
    [cell('Upper', true), cell('1.1'), cell('<b>2</b>')],
  ]
  const table = readingOf(app, [block('table', '', { rows })], '').querySelector('table')
  const scopes = [...(table?.querySelectorAll('th') ?? [])].map((th) => [th.textContent, th.scope])
  expect(scopes).toEqual([
    ['Speed', 'col'],
    ['Upper', 'row'],
  ])
  expect(table?.querySelector('th')?.colSpan).toBe(2)
  expect(table?.querySelector('b')).toBeNull()
})

test('a place is named where it begins, but not in a heading nor after its own name', () => {
  const on = (label: string) => ({ label })
  const root = readingOf(
    app,
    [
      heading(1, 'Rivers &amp; lakes'),
      block('paragraph', 'a', on('Rivers & lakes')),
      { ...heading(1, 'Next'), label: 'page 3' },
      block('paragraph', 'b', on('page 3')),
      block('paragraph', 'c', on('page 3')),
      block('paragraph', 'd', on('page 4')),
    ],
    'Title',
  )
  const marks = [...root.querySelectorAll('.place-mark')]
  expect(marks.map((mark) => [mark.textContent, mark.parentElement?.tagName])).toEqual([
    ['page 3', 'P'],
    ['page 4', 'P'],
  ])
})

const picture = { name: 'fig1', width: 800, height: 600, alt: 'A leaf', credit: 'CC BY 4.0' }

test('a figure shows its picture with caption and credit', () => {
  const figure = readingOf(
    app,
    [block('figure', 'Figure 1. <em>Leaf</em>', { picture })],
    '',
  ).firstElementChild
  expect(figure?.tagName).toBe('FIGURE')
  expect(figure?.querySelector('img')?.alt).toBe('A leaf')
  expect(figure?.querySelector('figcaption')?.textContent).toBe('Figure 1. LeafCC BY 4.0')
})

test('a figure whose picture the app does not carry says so', () => {
  const gone = { ...picture, name: '' }
  const figure = readingOf(app, [block('figure', 'Figure 1', { picture: gone })], '')
  expect(figure.querySelector('img')).toBeNull()
  expect(figure.textContent).toContain('nicht in der App')
})

test('a press shows the picture alone, and Escape or the cross leads back to it', () => {
  const figure = readingOf(app, [block('figure', 'Figure 1', { picture })], '')
  document.body.append(figure)
  const opener = figure.querySelector('button')
  opener?.click()
  const box = document.querySelector('dialog')
  expect(box?.open).toBe(true)
  expect(box?.querySelector('img')?.alt).toBe('A leaf')
  box?.querySelector('button')?.click()
  expect(document.querySelector('dialog')).toBeNull()
  expect(document.activeElement).toBe(opener)
})

test('of the headings before the text those that stand above already are left out', () => {
  const [tides, section] = [{ title: 'Tides' }, { title: 'Ebb' }] as [Payload, Section]
  const shown = (...blocks: ReadingBlock[]) =>
    withoutTitles(tides, section, blocks).map((one) => one.html)
  const text = block('paragraph', 'Water falls.')
  expect(shown(heading(1, 'Tides'), heading(2, 'Ebb'), text)).toEqual(['Water falls.'])
  expect(shown(heading(1, 'The sea'), heading(2, 'Ebb'), text)).toEqual(['The sea', 'Water falls.'])
  expect(shown(text, heading(2, 'Ebb'))).toEqual(['Water falls.', 'Ebb'])
})
