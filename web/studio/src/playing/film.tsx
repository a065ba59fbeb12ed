/** The film itself: from the second that is asked for, with what is said, its parts, and speeds. */
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { fileAddress, type Recording } from '../api/playing'
import { useTranslate } from '../i18n'
import { Parts } from './parts'
import { partsOf, whatIsSaid } from './what-is-said'
import type { Block } from '../api/inputs'

const SPEEDS = [0.75, 1, 1.25, 1.5, 2]
const STEP_SECONDS = 10

export type Asked = { second: number }
type Props = { recording: Recording; blocks: readonly Block[]; asked: Asked | null }

export function Film({ recording, blocks, asked }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const [speed, setSpeed] = useState(1)
  useCaptions(video, blocks, recording.language)
  useSeeking(video, asked)
  useEffect(() => {
    if (video.current) video.current.playbackRate = speed
  }, [speed])
  const has = (name: string) => recording.files.some((file) => file.name === name)
  const seek = (second: number) => {
    if (!video.current) return
    video.current.currentTime = second
    void video.current.play().catch(() => undefined)
  }
  return (
    <div className="film" onKeyDown={(event) => onKey(event, video.current)}>
      <video
        ref={video}
        controls
        playsInline
        preload="metadata"
        src={fileAddress(recording.id, 'film.mp4')}
        poster={has('poster.jpg') ? fileAddress(recording.id, 'poster.jpg') : undefined}
        aria-label={recording.name}
        aria-describedby="play-keys"
      />
      <Speed {...{ speed, setSpeed }} />
      <Parts {...{ recording, seek }} parts={partsOf(blocks)} />
    </div>
  )
}

function Speed({ speed, setSpeed }: { speed: number; setSpeed: (speed: number) => void }) {
  const t = useTranslate()
  return (
    <div className="row between">
      <p id="play-keys" className="small soft">
        {t('play.keys')}
      </p>
      <label className="small">
        {t('play.speed')}{' '}
        <select value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              {each} ×
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

/** Captions without a file of their own: what was read, at the seconds in which it is said. */
function useCaptions(
  video: RefObject<HTMLVideoElement | null>,
  blocks: readonly Block[],
  language: string,
) {
  const t = useTranslate()
  const label = t('play.captions')
  useEffect(() => {
    const said = whatIsSaid(blocks)
    if (!video.current || said.length === 0) return
    const there = [...video.current.textTracks].find((each) => each.label === label)
    const track = there ?? video.current.addTextTrack('captions', label, language)
    for (const cue of [...(track.cues ?? [])]) track.removeCue(cue)
    for (const { start, end, text } of said) track.addCue(new VTTCue(start, end, text))
    track.mode = 'showing'
  }, [video, blocks, label, language])
}

function useSeeking(video: RefObject<HTMLVideoElement | null>, asked: Asked | null) {
  useEffect(() => {
    const film = video.current
    if (!film || !asked) return
    const seek = () => {
      film.currentTime = asked.second
    }
    film.scrollIntoView({ block: 'nearest' })
    if (film.readyState >= HTMLMediaElement.HAVE_METADATA) seek()
    else film.addEventListener('loadedmetadata', seek, { once: true })
    return () => film.removeEventListener('loadedmetadata', seek)
  }, [video, asked])
}

function onKey(event: KeyboardEvent, video: HTMLVideoElement | null) {
  const busy = event.ctrlKey || event.metaKey || event.altKey
  if (!video || busy || event.target instanceof HTMLSelectElement) return
  const key = event.key.toLowerCase()
  if (key === 'k') void (video.paused ? video.play() : video.pause())
  else if (key === 'j') video.currentTime -= STEP_SECONDS
  else if (key === 'l') video.currentTime += STEP_SECONDS
  else if (key === 'c') {
    for (const track of video.textTracks)
      track.mode = track.mode === 'showing' ? 'hidden' : 'showing'
  } else return
  event.preventDefault()
}
