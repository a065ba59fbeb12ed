/** Whether Praxeo is there, and its limits. */
import { client, dataOf } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type Health = Schemas['Health']

export const getHealth = (): Promise<Health> => dataOf(client.GET('/v1/health'))
