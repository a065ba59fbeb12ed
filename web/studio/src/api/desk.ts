/** A spec as a teacher works on it: parts and items, and what is done to them. */
import { client, dataOf } from './client'
import { newKey } from './requests'
import type { components } from './schema'

type Schemas = components['schemas']

export type Desk = Schemas['Desk']
export type Part = Schemas['DeskPart']
export type Item = Schemas['DeskItem']
export type Goal = Schemas['DeskGoal']
/** What an item says; which fields there are is a matter of its kind. */
export type Fields = Schemas['Fields']
export type Row = Schemas['Row']
export type Kind = Item['kind']
export type Support = Item['support']

/** `text`: its lines as they are written, where they cannot be read. */
export type NewItem = Partial<
  Pick<
    Item,
    'kind' | 'fields' | 'title' | 'evidence' | 'text' | 'explanation' | 'picture' | 'picture_alt'
  >
>

/** Items, parts and goals are named by their keys, those that are new by what `name` says. */
export type Operation =
  | ({ op: 'add_item'; part: string; before: string | null; name: string } & NewItem)
  | ({ op: 'change_item'; item: string } & Omit<NewItem, 'kind' | 'text'>)
  | { op: 'change_kind'; item: string; kind: Kind }
  | { op: 'move_item'; item: string; part: string; before: string | null }
  | { op: 'duplicate_item'; item: string; name: string }
  | { op: 'drop_item'; item: string }
  | {
      op: 'add_part'
      title: string
      prose: string
      reading: string[]
      before: string | null
      name: string
    }
  | { op: 'rename_part'; part: string; title: string }
  | { op: 'move_part'; part: string; before: string | null }
  | { op: 'drop_part'; part: string }
  | {
      op: 'add_goal'
      text: string
      evidence: string[]
      before: string | null
      name: string
    }
  | { op: 'change_goal'; goal: string; text: string }
  | { op: 'move_goal'; goal: string; before: string | null }
  | { op: 'set_evidence'; goal: string; evidence: string[] }
  | { op: 'drop_goal'; goal: string }
  /** Without a part: what is told before all of them. */
  | { op: 'change_prose'; part?: string; prose: string }
  | { op: 'change_reading'; part: string; reading: string[] }

export type SavedEdits = Schemas['DeskEdited']

export const readDesk = async (specId: string): Promise<Desk> =>
  (await dataOf(
    client.GET('/v1/specs/{spec_id}/desk', { params: { path: { spec_id: specId } } }),
  )) as Desk // the client's types make a list of a pair

/** `current` is the spec that is believed to be the newest: another one is told as `spec_changed`. */
export const saveEdits = async (
  exampleId: string,
  basedOn: string,
  current: string,
  operations: readonly Operation[],
): Promise<SavedEdits> =>
  (await dataOf(
    client.POST('/v1/examples/{example_id}/spec_edits', {
      params: {
        path: { example_id: exampleId },
        header: { 'If-Match': `"${current}"`, ...newKey() },
      },
      // The schema names what may be left out as if it had to be there.
      body: { based_on: basedOn, operations } as Schemas['NewSpecEdits'],
    }),
  )) as SavedEdits
