/** What can be done with items and parts, by mouse and by keyboard alike; each is told. */
import type { Candidate } from '../api/candidates'
import type { Fields, Kind, NewItem, Operation, Part } from '../api/desk'
import { useTranslate } from '../i18n'
import { useToast } from '../shell/toasts'
import { emptyFields } from './kinds'
import { newName } from './names'
import { keyAfter, partOf, partWith } from './places'
import { useSame } from './use-same'
import type { DeskAtHand } from './use-desk'
import type { PlaceAtHand } from './use-place'

export type Acts = ReturnType<typeof useActs>

/** The same acts however often the desk is drawn, so that a card is drawn only when its item changes. */
export function useActs(desk: DeskAtHand, place: PlaceAtHand) {
  const items = useItemActs(desk, place)
  const moves = useMoveActs(desk, place)
  const newItems = useNewItemActs(desk, place)
  const parts = usePartActs(desk, place)
  const overview = useOverviewActs(desk)
  const t = useTranslate()
  const tell = useToast()
  const undo = () => {
    if (desk.working.undo.length === 0) return
    desk.undo()
    tell(t('desk.undone'))
  }
  const redo = () => {
    if (desk.working.redo.length === 0) return
    desk.redo()
    tell(t('desk.redone'))
  }
  return useSame({ ...items, ...moves, ...newItems, ...parts, ...overview, undo, redo })
}

/** What changes an item where it is, takes it out or doubles it. */
function useItemActs(desk: DeskAtHand, place: PlaceAtHand) {
  const t = useTranslate()
  const tell = useToast()
  const { shown } = desk.working
  const one = (operation: Operation) => desk.act([operation])
  return {
    change: (item: string, fields: Fields) => one({ op: 'change_item', item, fields }),
    changeMore: (item: string, more: Omit<NewItem, 'kind' | 'fields' | 'text'>) =>
      one({ op: 'change_item', item, ...more }),
    changeKind: (item: string, kind: Kind) => one({ op: 'change_kind', item, kind }),
    drop: (item: string) => {
      const items = partWith(shown, item)?.items ?? []
      const at = items.findIndex(({ key }) => key === item)
      one({ op: 'drop_item', item })
      place.goTo((items[at + 1] ?? items[at - 1])?.key ?? '')
      tell(t('desk.dropped'), { label: t('desk.undo'), run: desk.undo })
    },
    duplicate: (item: string) => {
      const name = newName()
      one({ op: 'duplicate_item', item, name })
      place.goTo(name, true)
    },
  }
}

/** What brings an item to another place, in its part or in another one. */
function useMoveActs(desk: DeskAtHand, place: PlaceAtHand) {
  const t = useTranslate()
  const tell = useToast()
  const { shown } = desk.working
  const one = (operation: Operation) => desk.act([operation])
  const moveTo = (item: string, part: string, before: string | null) => {
    if (before === item) return
    one({ op: 'move_item', item, part, before })
    place.goTo(item)
    const to = partOf(shown, part)
    if (to && partWith(shown, item)?.key !== part) tell(t('desk.moved.part', { title: to.title }))
  }
  return {
    moveTo,
    /** One place down or up; beyond the end of its part it goes on in the next one. */
    shift: (item: string, step: 1 | -1) => {
      const part = partWith(shown, item)
      const at = part?.items.findIndex(({ key }) => key === item) ?? -1
      const to = part?.items[at + step]
      if (!part || at < 0) return
      if (to) {
        moveTo(item, part.key, step < 0 ? to.key : keyAfter(part.items, to.key))
        return tell(t('desk.moved', { number: at + step + 1, count: part.items.length }))
      }
      const next = shown.parts[shown.parts.indexOf(part) + step]
      if (next) moveTo(item, next.key, step > 0 ? (next.items[0]?.key ?? null) : null)
    },
  }
}

/** What brings a new item into the part in work. */
function useNewItemActs(desk: DeskAtHand, place: PlaceAtHand) {
  const t = useTranslate()
  const tell = useToast()
  const { shown } = desk.working
  const one = (operation: Operation) => desk.act([operation])
  return {
    /** An item that was offered, behind another one, else at the end of the part. */
    accept: ({ kind, fields, evidence }: Candidate, behind?: string) => {
      const part = partOf(shown, place.part)
      if (!part) return
      const before = behind === undefined ? null : keyAfter(part.items, behind)
      one({ op: 'add_item', part: part.key, before, name: newName(), kind, fields, evidence })
      tell(t('desk.offers.taken'), { label: t('desk.undo'), run: desk.undo })
    },
    /** A new item behind the one that is open, else at the end of the part; it opens for editing. */
    add: ({ kind, ...given }: NewItem & { kind: Kind }, to = place.part) => {
      const part = partOf(shown, to)
      if (!part) return
      const before = place.open && to === place.part ? keyAfter(part.items, place.item) : null
      const name = newName()
      const fields = { ...emptyFields(kind), ...given.fields }
      one({ op: 'add_item', part: part.key, before, name, kind, ...given, fields })
      place.goTo(name, true, part.key)
    },
  }
}

/** What is done with the parts. */
function usePartActs(desk: DeskAtHand, place: PlaceAtHand) {
  const t = useTranslate()
  const tell = useToast()
  const { parts } = desk.working.shown
  const one = (operation: Operation) => desk.act([operation])
  return {
    addPart: () => {
      const name = newName()
      one({ op: 'add_part', title: t('desk.part.new'), prose: '', reading: [], before: null, name })
      place.goToPart(name)
    },
    renamePart: (part: string, title: string) => one({ op: 'rename_part', part, title }),
    changeProse: (part: string, prose: string) => one({ op: 'change_prose', part, prose }),
    changeReading: (part: string, reading: string[]) =>
      one({ op: 'change_reading', part, reading }),
    /** Show one more block in a part: where it stands in the source, as far as the others do. */
    read: ({ key: part, reading }: Part, block: string) =>
      one({ op: 'change_reading', part, reading: withBlock(reading, block) }),
    shiftPart: (part: string, step: 1 | -1) => {
      const at = parts.findIndex(({ key }) => key === part)
      const to = parts[at + step]
      if (!to) return
      one({ op: 'move_part', part, before: step < 0 ? to.key : keyAfter(parts, to.key) })
      tell(t('desk.moved', { number: at + step + 1, count: parts.length }))
    },
    dropPart: (part: string) => {
      if (parts.length === 1) return tell(t('desk.part.last'))
      const at = parts.findIndex(({ key }) => key === part)
      one({ op: 'drop_part', part })
      place.goToPart((parts[at + 1] ?? parts[at - 1])?.key ?? '')
      const title = parts[at]?.title ?? ''
      tell(t('desk.part.dropped', { title }), { label: t('desk.undo'), run: desk.undo })
    },
  }
}

/** What is done with the summary and the goals. */
function useOverviewActs(desk: DeskAtHand) {
  const t = useTranslate()
  const tell = useToast()
  const { goals } = desk.working.shown
  const one = (operation: Operation) => desk.act([operation])
  return {
    changeSummary: (prose: string) => one({ op: 'change_prose', prose }),
    setGoalEvidence: (goal: string, evidence: string[]) =>
      one({ op: 'set_evidence', goal, evidence }),
    shiftGoal: (goal: string, step: 1 | -1) => {
      const at = goals.findIndex(({ key }) => key === goal)
      const to = goals[at + step]
      if (!to) return
      one({ op: 'move_goal', goal, before: step < 0 ? to.key : keyAfter(goals, to.key) })
      tell(t('desk.moved', { number: at + step + 1, count: goals.length }))
    },
    addGoal: () => one({ op: 'add_goal', text: '', evidence: [], before: null, name: newName() }),
    changeGoal: (goal: string, text: string) => one({ op: 'change_goal', goal, text }),
    dropGoal: (goal: string) => one({ op: 'drop_goal', goal }),
  }
}

const numberOf = (block: string): number => Number(block.slice(1))

/** The blocks of a source are numbered in its order. */
function withBlock(reading: readonly string[], block: string): string[] {
  if (reading.includes(block)) return [...reading]
  const at = reading.findIndex((other) => numberOf(other) > numberOf(block))
  return reading.toSpliced(at < 0 ? reading.length : at, 0, block)
}
