/** The command palette: go anywhere by typing; a combobox over a list, in a modal dialog. */
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useLocation } from 'wouter'
import { useTranslate } from '../i18n'
import { arrange } from '../library/arrange'
import { useExampleCommands, type Command } from '../library/example-commands'
import { useShelf } from '../library/shelf'
import { usePreferences } from '../settings/use-preferences'
import './palette.css'

const EXAMPLES_SHOWN = 8

type Props = { onClose: () => void; onHelp: () => void }

export default function Palette({ onClose, onHelp }: Props) {
  const t = useTranslate()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const commands = useCommands(query, onHelp)
  useEffect(() => dialog.current?.showModal(), [])
  const chosen = Math.min(active, commands.length - 1)
  const run = (command: Command | undefined) => {
    if (!command) return
    command.run()
    dialog.current?.close()
  }
  const search = (words: string) => {
    setQuery(words)
    setActive(0)
  }
  return (
    <dialog ref={dialog} className="palette" aria-label={t('palette.title')} onClose={onClose}>
      <Search
        query={query}
        active={commands[chosen]}
        onQuery={search}
        onMove={(step) =>
          setActive((chosen + step + commands.length) % Math.max(1, commands.length))
        }
        onRun={() => run(commands[chosen])}
      />
      <List commands={commands} chosen={chosen} onRun={run} onActive={setActive} />
      {commands.length === 0 && <p className="soft">{t('palette.none')}</p>}
    </dialog>
  )
}

/** All that fits these words: what can be done with the open example, pages, looks, examples. */
function useCommands(query: string, onHelp: () => void): Command[] {
  const fixed = useFixedCommands(onHelp)
  const { language } = usePreferences()
  const [, go] = useLocation()
  const examples = useShelf()
  const onExample = useExampleCommands()
  return useMemo(() => {
    const words = query.trim().toLowerCase()
    const found = arrange(examples.data ?? [], {
      query,
      order: 'newest',
      project: '',
      archived: false,
      language,
    })
    return [
      ...[...onExample, ...fixed].filter((command) => command.label.toLowerCase().includes(words)),
      ...found.slice(0, EXAMPLES_SHOWN).map(({ id, title }) => {
        return { id, label: title, run: () => go(`/examples/${id}`) }
      }),
    ]
  }, [query, examples.data, onExample, fixed, go, language])
}

function useFixedCommands(onHelp: () => void): Command[] {
  const t = useTranslate()
  const [, go] = useLocation()
  const { change } = usePreferences()
  return [
    { id: 'new', label: t('nav.start'), run: () => go('/') },
    { id: 'library', label: t('nav.library'), run: () => go('/library') },
    { id: 'settings', label: t('nav.settings'), run: () => go('/settings') },
    { id: 'keys', label: t('keys.title'), run: onHelp },
    ...(['system', 'light', 'dark'] as const).map((name) => ({
      id: `theme-${name}`,
      label: `${t('settings.theme')}: ${t(`settings.theme.${name}`)}`,
      run: () => change({ appearance: name }),
    })),
  ]
}

type SearchProps = {
  query: string
  active: Command | undefined
  onQuery: (query: string) => void
  onMove: (step: number) => void
  onRun: () => void
}

function Search({ query, active, onQuery, onMove, onRun }: SearchProps) {
  const t = useTranslate()
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step && event.key !== 'Enter') return
    event.preventDefault()
    if (step) onMove(step)
    else onRun()
  }
  return (
    <input
      type="text"
      role="combobox"
      aria-expanded="true"
      aria-controls="palette-list"
      aria-activedescendant={active ? `command-${active.id}` : undefined}
      aria-label={t('palette.placeholder')}
      placeholder={t('palette.placeholder')}
      value={query}
      autoFocus
      onChange={(event) => onQuery(event.target.value)}
      onKeyDown={keys}
    />
  )
}

type ListProps = {
  commands: Command[]
  chosen: number
  onRun: (command: Command) => void
  onActive: (index: number) => void
}

function List({ commands, chosen, onRun, onActive }: ListProps) {
  const t = useTranslate()
  return (
    <ul id="palette-list" role="listbox" aria-label={t('palette.title')}>
      {commands.map((command, index) => (
        <li
          key={command.id}
          id={`command-${command.id}`}
          role="option"
          aria-selected={index === chosen}
          onClick={() => onRun(command)}
          onPointerMove={() => onActive(index)}
        >
          {command.label}
        </li>
      ))}
    </ul>
  )
}
