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

export default function Palette({ onClose, onHelp }: { onClose: () => void; onHelp: () => void }) {
  const t = useTranslate()
  const preferences = usePreferences()
  const [, go] = useLocation()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const examples = useShelf()
  const onExample = useExampleCommands()

  useEffect(() => dialog.current?.showModal(), [])

  const commands = useMemo<Command[]>(() => {
    const words = query.trim().toLowerCase()
    const fixed: Command[] = [
      { id: 'new', label: t('nav.start'), run: () => go('/') },
      { id: 'library', label: t('nav.library'), run: () => go('/library') },
      { id: 'settings', label: t('nav.settings'), run: () => go('/settings') },
      { id: 'keys', label: t('keys.title'), run: onHelp },
      ...(['system', 'light', 'dark'] as const).map((name) => ({
        id: `theme-${name}`,
        label: `${t('settings.theme')}: ${t(`settings.theme.${name}`)}`,
        run: () => preferences.change({ appearance: name }),
      })),
    ]
    const found = arrange(examples.data ?? [], {
      query,
      order: 'newest',
      project: '',
      archived: false,
      language: preferences.language,
    })
    return [
      ...[...onExample, ...fixed].filter((command) => command.label.toLowerCase().includes(words)),
      ...found.slice(0, EXAMPLES_SHOWN).map((example) => ({
        id: example.id,
        label: example.title,
        run: () => go(`/examples/${example.id}`),
      })),
    ]
  }, [query, examples.data, onExample, t, go, preferences])
  const chosen = Math.min(active, commands.length - 1)
  const run = (command: Command | undefined) => {
    if (!command) return
    command.run()
    dialog.current?.close()
  }
  const keys = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
    const move = moves[event.key]
    if (move) {
      event.preventDefault()
      setActive((chosen + move + commands.length) % Math.max(1, commands.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      run(commands[chosen])
    }
  }

  return (
    <dialog ref={dialog} className="palette" aria-label={t('palette.title')} onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={commands[chosen] ? `command-${commands[chosen].id}` : undefined}
        aria-label={t('palette.placeholder')}
        placeholder={t('palette.placeholder')}
        value={query}
        autoFocus
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
        }}
        onKeyDown={keys}
      />
      <ul id="palette-list" role="listbox" aria-label={t('palette.title')}>
        {commands.map((command, index) => (
          <li
            key={command.id}
            id={`command-${command.id}`}
            role="option"
            aria-selected={index === chosen}
            onClick={() => run(command)}
            onPointerMove={() => setActive(index)}
          >
            {command.label}
          </li>
        ))}
      </ul>
      {commands.length === 0 && <p className="soft">{t('palette.none')}</p>}
    </dialog>
  )
}
