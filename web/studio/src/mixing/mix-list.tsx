/** The sources of which one app is to be made: what each becomes, moved and removed by mouse and keyboard. */
import { useEffect, useId } from 'react'
import { useTranslate } from '../i18n'
import { ErrorText } from '../parts/notice'
import { FileMark } from '../start/upload-list'
import { mix, useMix } from './use-mix'
import { lacksCaptions, type Source } from './mix'
import { Move } from './move'
import { useMoves, type Moves } from './use-moves'
import { useNames } from './use-names'
import './mixing.css'

export default function MixList() {
  const t = useTranslate()
  const { all } = useMix()
  const { nameOf } = useNames()
  useWarningOfLoss()
  const moves = useMoves(all, ({ key }) => key, nameOf, mix.move)
  return (
    <>
      <p className="small soft">{t('mix.order')}</p>
      <ol
        role="list"
        className="start-files mix-list"
        aria-label={t('mix.sources')}
        ref={moves.list}
      >
        {all.map((source, place) => (
          <li key={source.key}>
            <Line source={source} place={place} moves={moves} />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {moves.told}
      </p>
    </>
  )
}

/** Files would have to be chosen again. */
function useWarningOfLoss() {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])
}

type LineProps = { source: Source; place: number; moves: Moves }

function Line({ source, place, moves }: LineProps) {
  const t = useTranslate()
  const { sending } = useMix()
  const { nameOf, becomes, markOf } = useNames()
  const name = nameOf(source)
  return (
    <>
      <FileMark name={markOf(source)} />
      <span className="file-name">
        {name}
        <span className="small soft mix-becomes">{becomes(source)}</span>
        {source.error && (
          <span role="alert" className="file-error small">
            <ErrorText error={source.error} />
          </span>
        )}
      </span>
      {source.state === 'sending' && (
        <progress aria-label={t('start.sending', { name })} value={source.share} max={1} />
      )}
      {lacksCaptions(source) && <Captions source={source} />}
      {!sending && (
        <span className="row mix-acts">
          <Move {...{ moves, place, name }} by={-1} />
          <Move {...{ moves, place, name }} by={1} />
          <button type="button" className="button quiet" onClick={() => mix.remove(source.key)}>
            {t('start.remove')} <span className="visually-hidden">{name}</span>
          </button>
        </span>
      )}
    </>
  )
}

function Captions({ source: { key } }: { source: Source }) {
  const t = useTranslate()
  const id = useId()
  return (
    <>
      <input
        id={id}
        type="file"
        className="visually-hidden"
        accept=".vtt,.srt,.sbv,.ttml,.dfxp,.xml,.txt"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) mix.addCaptions(key, file)
        }}
      />
      <label className="button" htmlFor={id}>
        {t('mix.captions')}
      </label>
    </>
  )
}
