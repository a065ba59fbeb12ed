/** The parts of a recording, each with a small picture of what is shown there. */
import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { fileAddress, readSprites, type Recording } from '../api/playing'
import { clock } from '../api/youtube'
import { useTranslate } from '../i18n'
import { spritesIn, type Part, type Sprite } from './what-is-said'

type Props = { recording: Recording; parts: readonly Part[]; seek: (second: number) => void }

export function Parts({ recording, parts, seek }: Props) {
  const t = useTranslate()
  const { data } = useQuery({
    queryKey: ['sprites', recording.id],
    queryFn: () => readSprites(recording.id),
    enabled: recording.files.some((file) => file.name === 'sprites.vtt'),
    staleTime: Infinity,
  })
  const sprites = useMemo(() => spritesIn(data ?? ''), [data])
  if (parts.length === 0) return null
  return (
    <nav className="film-parts" aria-label={t('play.parts')}>
      <ul role="list">
        {parts.map((part, place) => (
          <li key={place}>
            <button type="button" className="button quiet" onClick={() => seek(part.second)}>
              <Small sprite={at(sprites, part.second)} id={recording.id} />
              <span lang={recording.language || undefined}>{part.title}</span>
              <span className="soft">{clock(part.second)}</span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** That of what is shown a little later: at the second itself the slide before may still be fading. */
const at = (sprites: readonly Sprite[], second: number): Sprite | undefined =>
  sprites.find(({ start }) => start > second) ?? sprites.at(-1)

function Small({ sprite, id }: { sprite: Sprite | undefined; id: string }) {
  if (!sprite) return null
  const [left = 0, top = 0, width = 0, height = 0] = sprite.box
  return (
    <span
      className="film-small"
      style={{
        inlineSize: width,
        blockSize: height,
        backgroundImage: `url("${fileAddress(id, sprite.file)}")`,
        backgroundPosition: `-${left}px -${top}px`,
      }}
    />
  )
}
