/** Makes the types of the studio's API client from the API's description; a file that is right already stays.
 *
 *     node schema.mjs [DESCRIPTION [OUTPUT]]
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const [description, output] = process.argv.slice(2)
const source = description ?? here('../docs/reference/openapi.json')
const target = output ?? here('studio/src/api/schema.d.ts')

// By its text and as an URL, since a path of its own may have signs that no URL has as they are.
const options = { cwd: new URL('.', import.meta.url) }
const types = astToString(await openapiTS(readFileSync(source, 'utf8'), options))
const text = `/** Made by schema.mjs from the API's description. */\n${types}`
if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text)
