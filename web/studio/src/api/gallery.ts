/** The gallery: apps of the samples, made and proven when the front end was built; plain files beside it. */
import { ApiError } from './client'
import type { Example } from './examples'

export type GalleryApp = {
  name: string
  title: string
  language: string
  source: string
  media_type: string
  licence: string
  word_count: number
  section_count: number
  exercise_count: number
  answer_count: number
  status: Example['status']
  browser: string
  teaser: { question: string; options: string[] } | null
}

const FOLDER = '/gallery'

/** The apps of the gallery; none where it was not built. */
export async function listGallery(): Promise<GalleryApp[]> {
  const response = await fetch(`${FOLDER}/index.json`)
  // A host of static files may answer with the studio's own page where a file is missing.
  const isIndex = response.headers.get('Content-Type')?.includes('json')
  if (!response.ok || !isIndex) return []
  return ((await response.json()) as { apps: GalleryApp[] }).apps
}

export const galleryAppAddress = (app: GalleryApp): string => `${FOLDER}/${app.name}/app.html`
export const gallerySourceAddress = (app: GalleryApp): string =>
  `${FOLDER}/${app.name}/${app.source}`

/** The document that an app of the gallery was made from, as if it had been dropped. */
export async function gallerySource(app: GalleryApp): Promise<File> {
  const response = await fetch(gallerySourceAddress(app))
  if (!response.ok) throw new ApiError(response.status, {})
  return new File([await response.blob()], app.source)
}
