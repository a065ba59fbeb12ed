/** The messages between an app, the wrapper around it and the host page: docs/reference/bridge.md. */

export const PROTOCOL_VERSION = 1
/** Longest key of a stored value, in characters. */
export const MAX_KEY_CHARS = 64
/** Longest stored value, in characters. */
export const MAX_VALUE_CHARS = 262_144
/** Most keys that one embed may hold. */
export const MAX_KEYS = 16
/** Longest that all values of one embed may be together, in characters. */
export const MAX_STORED_CHARS = 524_288
/** Least and largest height that the wrapper passes on, in CSS pixels. */
export const MIN_HEIGHT_PX = 50
export const MAX_HEIGHT_PX = 20_000
/** Most messages that the wrapper passes on to the host in two seconds, and most heights in one. */
export const MAX_MESSAGES = 20
export const MAX_HEIGHTS = 4
/** Most handshakes of one frame that are answered in a second. */
export const MAX_HELLOS = 4
/** Longest JSON text of an event's data, in characters. */
export const MAX_EVENT_CHARS = 2_048

/** Longest that each thing may be that an app tells of a source, in characters. */
export const SOURCE_CHARS = {
  address: 2_000,
  title: 300,
  place: 200,
  date: 40,
  quote: 2_000,
} as const
/** A place of a source: `address` is where it can be visited, `place` where in it the `quote` stands. */
export type ToldSource = Record<keyof typeof SOURCE_CHARS, string>

export type Scheme = 'light' | 'dark'
export type ThemeVariables = Record<string, string>
export interface Theme {
  scheme?: Scheme
  variables?: ThemeVariables
}
export const EVENT_NAMES = ['started', 'answered', 'completed'] as const
export type EventName = (typeof EVENT_NAMES)[number]

/** What the app sends by window.postMessage, once. */
export interface Hello {
  praxeo: number
  type: 'hello'
}
/** The wrapper's answer, which carries the port that all else goes through. */
export interface Welcome {
  praxeo: number
  type: 'welcome'
  nonce: string
  theme: Theme
  /** Whether the page around the app shows sources, and what is kept of the learner. */
  sources?: boolean
  /** Whether it plays recordings; "" where it does not. */
  films?: string
}
export type FromApp =
  | { v: number; nonce: string; type: 'load'; id: number; key: string }
  | { v: number; nonce: string; type: 'store'; id: number; key: string; value: string }
  | { v: number; nonce: string; type: 'resize'; height: number }
  | { v: number; nonce: string; type: 'view' }
  | { v: number; nonce: string; type: 'kept' }
  | ({ v: number; nonce: string; type: 'source' } & ToldSource)
  | { v: number; nonce: string; type: 'event'; name: EventName; data: Record<string, unknown> }
export type ToApp =
  | { v: number; type: 'loaded'; id: number; value: string | null }
  | { v: number; type: 'stored'; id: number; ok: boolean; durable: boolean }
  | { v: number; type: 'theme'; theme: Theme }

// --- picking an element, in the studio's preview only ---------------------------------------------

/** Most characters of each thing that the preview tells of an element. */
export const PICK_CHARS = {
  path: 300,
  text: 500,
  id: 120,
  role: 60,
  name: 300,
  html: 2_000,
} as const
/** What the preview tells of an element. It comes out of a frame that nobody vouches for. */
export type PickedElement = Record<keyof typeof PICK_CHARS, string>
/** What the studio posts to the frame's window, with a port, to have an element picked. */
export interface Pick {
  praxeo: number
  type: 'pick'
  nonce: string
}
/** On that port. Whatever else comes, the studio closes the port after `picked` and `cancelled`. */
export type FromPicker =
  | { v: number; nonce: string; type: 'ready' }
  | { v: number; nonce: string; type: 'pointed'; element: PickedElement }
  | { v: number; nonce: string; type: 'picked'; element: PickedElement }
  | { v: number; nonce: string; type: 'cancelled' }
export type ToPicker = { v: number; type: 'stop' }

// --- following, in the studio's preview only -------------------------------------------------------

/** What the studio posts to the frame's window, with a port, to lead the app and to be told of it. */
export interface Follow {
  praxeo: number
  type: 'follow'
}
/** On that port: show an exercise, or a section, by its id. */
export type ToFollower = { v: number; type: 'show'; place: string }
/** On that port: an exercise that somebody uses. */
export type FromFollower = { v: number; type: 'used'; exercise: string }

/** A message's data as a record, or null for anything that cannot be one of ours. */
export function asRecord(data: unknown): Record<string, unknown> | null {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
    ? (data as Record<string, unknown>)
    : null
}
