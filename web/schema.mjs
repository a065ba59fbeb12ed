/** Makes the types of the studio's API client from the API's description; a file that is right already stays.
 *
 *     node schema.mjs [DESCRIPTION [OUTPUT]]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const here = (path) => new URL(path, import.meta.url).pathname
const [description, output] = process.argv.slice(2)
const source = description ?? here('../docs/reference/openapi.json')
const target = output ?? here('studio/src/api/schema.d.ts')

const types = astToString(await openapiTS(pathToFileURL(source)))
const text = `/** Made by schema.mjs from the API's description. */\n${types}`
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
