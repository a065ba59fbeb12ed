/** The views beside the sections, by the names of their places. */
import type { App } from '../app'
import { finishView } from './finish'
import { glossaryView } from './glossary'
import { homeView } from './home'
import { reviewView } from './review'

export { homeView }

export const VIEWS = new Map<string, (app: App) => HTMLElement>([
  ['home', homeView],
  ['review', reviewView],
  ['glossary', glossaryView],
  ['finish', finishView],
])
