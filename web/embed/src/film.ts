/** A recording in the sheet of a source: at the second of the place, with what is said, by keys and at other speeds. */
import { inLanguage, made } from './sheet'

const WORDS = {
  en: {
    speed: 'Speed',
    said: 'What is said',
    keys: 'K plays and pauses, J and L go back and on, C shows what is said.',
    gone: 'This recording cannot be played here any more.',
  },
  de: {
    speed: 'Tempo',
    said: 'Was gesagt wird',
    keys: 'K spielt und hält an, J und L gehen zurück und weiter, C zeigt, was gesagt wird.',
    gone: 'Diese Aufnahme lässt sich hier nicht mehr abspielen.',
  },
  fr: {
    speed: 'Vitesse',
    said: 'Ce qui est dit',
    keys: 'K lit et met en pause, J et L reculent et avancent, C montre ce qui est dit.',
    gone: 'Cet enregistrement ne peut plus être lu ici.',
  },
  es: {
    speed: 'Velocidad',
    said: 'Lo que se dice',
    keys: 'K reproduce y detiene, J y L retroceden y avanzan, C muestra lo que se dice.',
    gone: 'Esta grabación ya no se puede reproducir aquí.',
  },
  ar: {
    speed: 'السرعة',
    said: 'ما يقال',
    keys: 'K للتشغيل والإيقاف، J وL للرجوع والتقدّم، C لإظهار ما يقال.',
    gone: 'لم يعد تشغيل هذا التسجيل ممكنًا هنا.',
  },
} as const
type Words = Record<keyof (typeof WORDS)['en'], string>
interface Told {
  address: string
  said: [number, number, string][]
}

const FILM = /^recording:([0-9a-f]{16})#(\d{1,6})$/
const SPEEDS = [0.75, 1, 1.25, 1.5, 2]
const STEP_SECONDS = 10

/** The film that an address is of, with its second; null where it is of none. */
export function filmAt(address: string): { name: string; second: number } | null {
  const [, name, second] = FILM.exec(address) ?? []
  return name ? { name, second: Number(second) } : null
}

/** A place that fills itself: the player, or the sentence that there is none any more. */
export function playerOf(page: Document, film: { name: string; second: number }): HTMLElement {
  const words: Words = inLanguage<Words>(WORDS)
  const place = made(page, 'div', '')
  place.className = 'film'
  void where(page, film.name).then((told) => {
    if (told) place.append(...player(page, told, film.second, words))
    else place.append(made(page, 'p', words.gone))
  })
  return place
}

/** Where the film is; the ticket of a closed app is that which the page around it keeps for this tab. */
async function where(page: Document, film: string): Promise<Told | null> {
  const embed = page.getElementById('praxeo-frame')?.dataset['embed'] ?? ''
  try {
    const body = JSON.stringify({ film, ticket: ticketOf(embed) })
    const answer = await fetch(`../f/${embed}`, { method: 'POST', body })
    return answer.ok ? ((await answer.json()) as Told) : null
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null
    throw error
  }
}

function ticketOf(embed: string): string {
  try {
    return sessionStorage.getItem(`praxeo-door:${embed}:ticket`) ?? ''
  } catch (error) {
    if (error instanceof DOMException) return '' // there is no store
    throw error
  }
}

function player(page: Document, { address, said }: Told, second: number, words: Words) {
  const video = page.createElement('video')
  video.controls = video.playsInline = true
  video.preload = 'metadata'
  video.src = `../${address}`
  video.addEventListener('loadedmetadata', () => (video.currentTime = second), { once: true })
  const track = video.addTextTrack('captions', words.said, page.documentElement.lang)
  for (const [start, end, text] of said) track.addCue(new VTTCue(start, end, text))
  track.mode = 'showing'
  video.addEventListener('keydown', (event) => onKey(event, video, track))
  const gone = () => video.replaceWith(made(page, 'p', words.gone))
  video.addEventListener('error', gone, { once: true })
  return [video, speeds(page, video, words), made(page, 'small', words.keys)]
}

function speeds(page: Document, video: HTMLVideoElement, words: Words): HTMLElement {
  const label = made(page, 'label', `${words.speed} `)
  const select = page.createElement('select')
  for (const speed of SPEEDS) select.add(new Option(`${speed} ×`, `${speed}`, false, speed === 1))
  select.addEventListener('change', () => (video.playbackRate = Number(select.value)))
  label.append(select)
  return label
}

function onKey(event: KeyboardEvent, video: HTMLVideoElement, track: TextTrack): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const key = event.key.toLowerCase()
  if (key === 'k') void (video.paused ? video.play() : video.pause())
  else if (key === 'j') video.currentTime -= STEP_SECONDS
  else if (key === 'l') video.currentTime += STEP_SECONDS
  else if (key === 'c') track.mode = track.mode === 'showing' ? 'hidden' : 'showing'
  else return
  event.preventDefault()
}
