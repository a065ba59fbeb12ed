/** What a block says: its formulas as formulas, its tables with their spans. */
import type { Block, Cell, Mark } from '../api/inputs'
import { Formula } from './formula'

/** The text of a block with its formulas. */
export function WithFormulas({ block }: { block: Pick<Block, 'text' | 'marks'> }) {
  return (
    <>
      {partsOf(block).map(({ text, mathml }, at) =>
        mathml ? <Formula key={at} mathml={mathml} words={text} /> : text,
      )}
    </>
  )
}

type Part = { text: string; mathml: string }

/** Words and formulas in order; places count code points, as the reader's do. */
export function partsOf({ text, marks = [] }: Pick<Block, 'text' | 'marks'>): Part[] {
  const signs = [...text]
  const parts: Part[] = []
  let at = 0
  for (const [start, end, style, mathml] of formulasOf(marks)) {
    if (style !== 'formula' || !mathml || start < at) continue
    parts.push({ text: signs.slice(at, start).join(''), mathml: '' })
    parts.push({ text: signs.slice(start, end).join(''), mathml })
    at = end
  }
  parts.push({ text: signs.slice(at).join(''), mathml: '' })
  return parts.filter((part) => part.text)
}

const formulasOf = (marks: readonly Mark[]): Mark[] =>
  marks.filter((mark) => mark[2] === 'formula').sort((one, other) => one[0] - other[0])

/** A table as the source has it: spans and heads kept. */
export function BlockTable({ cells }: { cells: readonly Cell[] }) {
  const rows = new Map<number, Cell[]>()
  for (const cell of cells) rows.set(cell[1], [...(rows.get(cell[1]) ?? []), cell])
  return (
    <div className="source-table" tabIndex={0}>
      <table>
        <tbody>
          {[...rows.entries()]
            .sort(([one], [other]) => one - other)
            .map(([row, own]) => (
              <tr key={row}>
                {own
                  .sort((one, other) => one[2] - other[2])
                  .map((cell) => (
                    <TableCell key={cell[2]} cell={cell} row={own} />
                  ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}

function TableCell({ cell, row }: { cell: Cell; row: readonly Cell[] }) {
  const [text, , column, rowSpan, colSpan, header, marks] = cell
  const words = <WithFormulas block={{ text, ...(marks && { marks }) }} />
  if (!header || !text.trim()) return <td {...{ rowSpan, colSpan }}>{words}</td>
  const ofRow = column === 0 && row.some((other) => !other[5])
  return (
    <th scope={ofRow ? 'row' : 'col'} {...{ rowSpan, colSpan }}>
      {words}
    </th>
  )
}
