/** One place up or down in a list: a press of the mouse or of a key. */
import { useTranslate } from '../i18n'
import type { Moves } from './use-moves'

type Props = { moves: Moves; place: number; name: string; by: -1 | 1 }

export function Move({ moves, place, name, by }: Props) {
  const t = useTranslate()
  const can = moves.can(place, by)
  return (
    <button
      type="button"
      className="button quiet icon"
      aria-label={`${t(by < 0 ? 'mix.up' : 'mix.down')}: ${name}`}
      title={t(by < 0 ? 'mix.up' : 'mix.down')}
      aria-disabled={!can}
      data-by={by}
      onClick={() => can && moves.move(place, by)}
    >
      <span aria-hidden="true">{by < 0 ? '↑' : '↓'}</span>
    </button>
  )
}
