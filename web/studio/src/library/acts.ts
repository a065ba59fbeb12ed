/** What is done with examples in bulk, each with its way back. */
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { changeExample, duplicateExample, type Example } from '../api/examples'
import { changeExamples, type BulkChange, type Failure, type Outcome } from '../api/bulk'
import { useTranslate } from '../i18n'
import { useTold } from '../i18n/told'
import { useToast } from '../shell/toasts'
import { deleteLater, keep } from './deletions'
import { drop, put } from './shelf'

export function useActs() {
  const work = useWork()
  return { pending: work.pending, error: work.error, change: useChange(work), ...useSingles(work) }
}

export type Acts = ReturnType<typeof useActs>

/** Runs one work at a time and keeps what went wrong with it. */
function useWork() {
  const t = useTranslate()
  const say = useTold()
  const toast = useToast()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const tellFailures = (failed: readonly Failure[]) => {
    if (failed[0])
      toast(t('library.failures', { count: failed.length, reason: say(failed[0]).text }))
  }
  const run = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setPending(true)
    setError(null)
    try {
      return await work()
    } catch (fault) {
      if (!(fault instanceof Error)) throw fault
      setError(fault)
      return undefined
    } finally {
      setPending(false)
    }
  }
  return { pending, error, run, tellFailures }
}

type Work = ReturnType<typeof useWork>

/** Change all; undoing gives each back what it had. */
function useChange({ run, tellFailures }: Work) {
  const t = useTranslate()
  const toast = useToast()
  const queries = useQueryClient()
  const done = (outcome: Outcome) => {
    put(queries, outcome.records)
    tellFailures(outcome.failed)
  }
  return async (examples: readonly Example[], to: BulkChange, said: string) => {
    const ids = examples.map(({ id }) => id)
    const outcome = await run(() => changeExamples(ids, to))
    if (!outcome) return
    done(outcome)
    if (outcome.records.length === 0) return
    const changed = new Set(outcome.records.map(({ id }) => id))
    const before = examples.filter(({ id }) => changed.has(id))
    const back = async () => {
      const undone = await run(() => giveBack(before, to))
      if (undone) done(undone)
    }
    toast(said, { label: t('library.undo'), run: () => void back() })
  }
}

/** What is done with each by itself. */
function useSingles({ run, tellFailures }: Work) {
  const t = useTranslate()
  const toast = useToast()
  const queries = useQueryClient()
  return {
    remove: (examples: readonly Example[]) => {
      const ids = examples.map(({ id }) => id)
      deleteLater(ids, (deleted, failed) => {
        drop(queries, deleted)
        tellFailures(failed)
      })
      const undo = { label: t('library.undo'), run: () => keep(ids) }
      toast(t('library.deleted', { count: ids.length }), undo)
    },
    duplicate: async (examples: readonly Example[]) => {
      const copies = await run(async () => {
        const made: Example[] = []
        for (const { id, title } of examples)
          made.push(await duplicateExample(id, t('library.copy', { title })))
        return made
      })
      if (!copies) return
      put(queries, copies.reverse())
      toast(t('library.duplicated', { count: copies.length }))
    },
    rename: async (example: Example, title: string) => {
      const renamed = await run(() => changeExample(example.id, { title }))
      if (renamed) put(queries, [renamed])
    },
  }
}

/** Undo a change: what was alike before goes back in one request. */
async function giveBack(before: readonly Example[], to: BulkChange): Promise<Outcome> {
  const alike = new Map<string, { change: BulkChange; ids: string[] }>()
  for (const example of before) {
    const change = reverse(example, to)
    const key = JSON.stringify(change)
    const group = alike.get(key) ?? { change, ids: [] }
    group.ids.push(example.id)
    alike.set(key, group)
  }
  const whole: Outcome = { records: [], failed: [] }
  for (const { change, ids } of alike.values()) {
    const part = await changeExamples(ids, change)
    whole.records.push(...part.records)
    whole.failed.push(...part.failed)
  }
  return whole
}

/** The change that undoes another one for an example as it was before. */
export function reverse(before: Example, to: BulkChange): BulkChange {
  const had = new Set(before.tags.map((tag) => tag.toLowerCase()))
  const back: BulkChange = {}
  if (to.project_id !== undefined) back.project_id = before.project_id
  if (to.archived !== undefined) back.archived = before.archived
  if (to.add_tags) back.remove_tags = to.add_tags.filter((tag) => !had.has(tag.toLowerCase()))
  if (to.remove_tags) back.add_tags = to.remove_tags.filter((tag) => had.has(tag.toLowerCase()))
  return back
}
