/** The rows of the library: only those in sight exist, so that 10,000 scroll smoothly. */
import {
  memo,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type Ref,
  type RefObject,
} from 'react'
import { Link } from 'wouter'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import type { Example } from '../api/examples'
import { useTranslate } from '../i18n'
import { usePreferences } from '../settings/use-preferences'
import { shownStatus, StatusBadge } from '../parts/status-badge'

const ROW_PX = 68
const TAGS_SHOWN = 3

export type RowsHandle = { focus: (index: number) => void }
type Props = {
  examples: Example[]
  selected: ReadonlySet<string>
  renaming: string
  handle: Ref<RowsHandle>
  onToggle: (id: string) => void
  onActive: (index: number) => void
  onTag: (tag: string) => void
  onRename: (example: Example, title: string | null) => void
}

export function Rows({ examples, selected, renaming, handle, ...acts }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const { rows, top } = useRowsInSight(list, examples, selected.size)
  useFocusing(list, examples, rows, handle)
  return (
    <ul ref={list} role="list" className="library-rows" style={{ blockSize: rows.getTotalSize() }}>
      {rows.getVirtualItems().map((row) => {
        const example = examples[row.index]
        if (!example) return null
        return (
          <li
            key={row.key}
            data-row={example.id}
            aria-setsize={examples.length}
            aria-posinset={row.index + 1}
            data-selected={selected.has(example.id) || undefined}
            style={{ transform: `translateY(${row.start - top}px)`, blockSize: ROW_PX }}
            onFocus={() => acts.onActive(row.index)}
          >
            <Row
              example={example}
              selected={selected.has(example.id)}
              renaming={renaming === example.id}
              onToggle={acts.onToggle}
              onTag={acts.onTag}
              onRename={acts.onRename}
            />
          </li>
        )
      })}
    </ul>
  )
}

type List = RefObject<HTMLUListElement | null>

/** Which rows are in sight; `top` is where the list begins on the page. */
function useRowsInSight(list: List, examples: Example[], selectedCount: number) {
  const [top, setTop] = useState(0)
  useLayoutEffect(
    () => setTop(list.current?.offsetTop ?? 0),
    [list, selectedCount, examples.length],
  )
  // The same function as long as the list is the same: another one has all places reckoned anew.
  const keyOf = useCallback((index: number) => examples[index]?.id ?? index, [examples])
  const rows = useWindowVirtualizer({
    count: examples.length,
    estimateSize: () => ROW_PX,
    overscan: 6,
    scrollMargin: top,
    useFlushSync: false,
    getItemKey: keyOf,
  })
  return { rows, top }
}

type InSight = ReturnType<typeof useRowsInSight>['rows']

/** Lets the page give a row the focus; one that had to be scrolled to takes it once it exists. */
function useFocusing(list: List, examples: Example[], rows: InSight, handle: Props['handle']) {
  const wanted = useRef('')
  const link = () =>
    list.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"] a`) ?? null
  useImperativeHandle(handle, () => ({
    focus: (index) => {
      wanted.current = examples[index]?.id ?? ''
      rows.scrollToIndex(index, { align: 'auto' })
      link()?.focus()
    },
  }))
  useEffect(() => {
    const found = wanted.current ? link() : null
    if (!found) return
    found.focus({ preventScroll: true })
    wanted.current = ''
  })
}

type RowProps = Pick<Props, 'onToggle' | 'onTag' | 'onRename'> & {
  example: Example
  selected: boolean
  renaming: boolean
}

const Row = memo(function Row({ example, selected, renaming, ...acts }: RowProps) {
  const t = useTranslate()
  const { locale } = usePreferences()
  const title = example.title || example.id
  return (
    <>
      <input
        type="checkbox"
        aria-label={t('library.select', { title })}
        checked={selected}
        onChange={() => acts.onToggle(example.id)}
      />
      {renaming ? (
        <Renaming example={example} onRename={acts.onRename} />
      ) : (
        <TitleAndTags example={example} onTag={acts.onTag} />
      )}
      <StatusBadge status={shownStatus(example)} />
      <time className="small soft" dateTime={example.created_at}>
        {dayOf(example.created_at, locale)}
      </time>
      <button
        type="button"
        className="button quiet library-rename"
        onClick={() => acts.onRename(example, null)}
      >
        {t('action.rename')}
        <span className="visually-hidden"> {title}</span>
      </button>
    </>
  )
})

function TitleAndTags({ example, onTag }: Pick<RowProps, 'example' | 'onTag'>) {
  const t = useTranslate()
  const { id, title, tags } = example
  return (
    <div className="library-title">
      <Link href={`/examples/${id}`}>{title || id}</Link>
      <span className="library-tags">
        {tags.slice(0, TAGS_SHOWN).map((tag) => (
          <button
            key={tag}
            type="button"
            className="tag"
            aria-label={t('library.tag.show', { tag })}
            onClick={() => onTag(tag)}
          >
            {tag}
          </button>
        ))}
        {tags.length > TAGS_SHOWN && (
          <span className="small soft">+{tags.length - TAGS_SHOWN}</span>
        )}
      </span>
    </div>
  )
}

function Renaming({ example, onRename }: Pick<RowProps, 'example' | 'onRename'>) {
  const t = useTranslate()
  const [title, setTitle] = useState(example.title)
  return (
    <input
      type="text"
      autoFocus
      aria-label={t('library.rename', { title: example.title })}
      value={title}
      maxLength={200}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setTitle(event.target.value)}
      onBlur={() => onRename(example, title)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onRename(example, title)
        if (event.key === 'Escape') onRename(example, example.title)
      }}
    />
  )
}

// Making a formatter is slow, and every row needs one while the list scrolls.
const formatters = new Map<string, Intl.DateTimeFormat>()
function dayOf(moment: string, language: string): string {
  let formatter = formatters.get(language)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(language, { dateStyle: 'medium' })
    formatters.set(language, formatter)
  }
  return formatter.format(new Date(moment))
}
