/** The library by keyboard: from row to row, to select, rename, archive and delete. */
import { useRef, useState, type RefObject } from 'react'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import type { Acts } from './acts'
import type { RowsHandle } from './rows'
import { useKeys } from './shortcuts'
import type { Library, Selection } from './use-library'

type Given = { shown: Library['shown']; selection: Selection; acts: Acts }

/** Where the focus is among the rows, and which one is being renamed. */
export function useShelfKeys(given: Given, search: RefObject<HTMLInputElement | null>) {
  const { shown, selection, acts } = given
  const { rows, active, move } = useMoving(shown)
  const { renaming, rename, finishRenaming } = useRenaming(shown, acts, rows)
  const here = (): Example | undefined => shown[active.current]
  const { remove, archive } = useActsOnThese(given, here)
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    x: () => here() && selection.toggle(here()?.id ?? ''),
    X: selection.all,
    e: () => rename(here()?.id ?? ''),
    a: archive,
    Delete: remove,
    '/': () => search.current?.focus(),
    Escape: selection.none,
  })
  return { rows, active, move, renaming, rename, finishRenaming }
}

function useMoving(shown: Library['shown']) {
  const active = useRef(-1)
  const rows = useRef<RowsHandle>(null)
  const move = (step: number) => {
    const next = Math.min(Math.max(active.current + step, 0), shown.length - 1)
    if (next < 0) return
    active.current = next
    rows.current?.focus(next)
  }
  return { rows, active, move }
}

function useRenaming(shown: Library['shown'], acts: Acts, rows: RefObject<RowsHandle | null>) {
  const [renaming, rename] = useState('')
  const finishRenaming = (example: Example, title: string | null) => {
    if (title === null) return rename(example.id)
    if (renaming !== example.id) return // Enter has ended it before the field lost the focus
    rename('')
    rows.current?.focus(shown.findIndex(({ id }) => id === example.id))
    if (title.trim() && title.trim() !== example.title) void acts.rename(example, title.trim())
  }
  return { renaming, rename, finishRenaming }
}

/** What is done with the selected examples, or with the one that has the focus. */
function useActsOnThese({ selection, acts }: Given, here: () => Example | undefined) {
  const t = useTranslate()
  const these = (): Example[] =>
    selection.chosen.length ? selection.chosen : [here()].flatMap((one) => one ?? [])
  const remove = () => {
    const gone = these()
    if (gone.length === 0) return
    acts.remove(gone)
    selection.none()
  }
  const archive = () => {
    const some = these()
    if (some.length === 0) return
    const archived = !some.every((example) => example.archived)
    const said = archived ? 'library.archived.done' : 'library.unarchived.done'
    void acts.change(some, { archived }, t(said, { count: some.length }))
    selection.none()
  }
  return { remove, archive }
}
