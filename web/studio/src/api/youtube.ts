/** What YouTube's Data API says about a video: only with a key, which its owner locks to this site. */

export type Video = { title: string; channel: string; seconds: number }

const KEY = (import.meta.env.VITE_GOOGLE_API_KEY as string | undefined) ?? ''
const API =
  (import.meta.env.VITE_GOOGLE_API_URL as string | undefined) ?? 'https://www.googleapis.com'

export const knowsVideos = KEY !== ''

type Answer = {
  items?: {
    snippet?: { title?: string; channelTitle?: string }
    contentDetails?: { duration?: string }
  }[]
}

/** An ISO 8601 duration such as PT1H2M3S in seconds; 0 for one that is not understood. */
export function durationSeconds(text: string): number {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text)
  if (!parts) return 0
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0))
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds
}

/** A number of seconds as players show it: 4:05 or 1:04:05. */
export function clock(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  const minutes = Math.floor(seconds / 60) % 60
  return seconds >= 3600
    ? `${Math.floor(seconds / 3600)}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`
}

/** The video, or null if there is none of this id (or none that may be seen). */
export async function readVideo(id: string): Promise<Video | null> {
  const query = new URLSearchParams({ part: 'snippet,contentDetails', id, key: KEY })
  const response = await fetch(`${API}/youtube/v3/videos?${query}`)
  if (!response.ok) throw new Error(`YouTube answered ${response.status}`)
  const item = ((await response.json()) as Answer).items?.[0]
  if (!item) return null
  return {
    title: item.snippet?.title ?? '',
    channel: item.snippet?.channelTitle ?? '',
    seconds: durationSeconds(item.contentDetails?.duration ?? ''),
  }
}
