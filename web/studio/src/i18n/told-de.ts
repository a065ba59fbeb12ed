/** What the server says in English, in German: by its stable code and what the sentence names.
 *
 * `code.name` tells a sentence with that detail where one code has several. A code that is missing
 * here is told in English and marked as such. English itself comes from the server.
 */
import { apps } from './de/told-apps'
import { desk } from './de/told-desk'
import { documents } from './de/told-documents'
import { faults } from './de/told-faults'
import { library } from './de/told-library'
import { recordings } from './de/told-recordings'
import { web } from './de/told-web'
import { sources } from './de/told-sources'

export const toldDe: Readonly<Record<string, string>> = {
  ...documents,
  ...apps,
  ...library,
  ...web,
  ...desk,
  ...faults,
  ...sources,
  ...recordings,
}
