/** Published apps. */
import { client, dataOf } from './client'
import { PAGE, ifMatch, newKey, everyPage } from './requests'
import type { components } from './schema'

type Schemas = components['schemas']

export type Embed = Schemas['Embed']
export type OpenAccess = NonNullable<Schemas['NewEmbed']['access']>
export type EmbedRules = Partial<
  Pick<
    Schemas['EmbedChange'],
    'access' | 'theme' | 'published' | 'password' | 'domains' | 'expires_at' | 'follows' | 'films'
  >
>
export type SignedLink = Schemas['SignedLink']

export const listEmbeds = (exampleId: string): Promise<Embed[]> =>
  everyPage((cursor) =>
    dataOf(
      client.GET('/v1/embeds', {
        params: { query: { example_id: exampleId, cursor, limit: PAGE } },
      }),
    ),
  )

export const publish = (
  exampleId: string,
  access: OpenAccess,
  theme: Record<string, string>,
): Promise<Embed> =>
  dataOf(
    client.POST('/v1/embeds', {
      params: { header: newKey() },
      body: { example_id: exampleId, access, theme },
    }),
  )

export const changeEmbed = (embed: Embed, change: EmbedRules): Promise<Embed> =>
  dataOf(
    client.PATCH('/v1/embeds/{embed_id}', {
      params: { path: { embed_id: embed.id }, header: ifMatch(embed.version) },
      body: change,
    }),
  )

/** Show the example's present version, or another of its, at the same address. */
export const repin = (embed: Embed, snippetId?: string): Promise<Embed> =>
  dataOf(
    client.POST('/v1/embeds/{embed_id}/pin', {
      params: { path: { embed_id: embed.id }, header: ifMatch(embed.version) },
      body: snippetId ? { code_snippet_id: snippetId } : {},
    }),
  )

export const rollBack = (embed: Embed): Promise<Embed> =>
  dataOf(
    client.POST('/v1/embeds/{embed_id}/roll_back', {
      params: { path: { embed_id: embed.id }, header: ifMatch(embed.version) },
    }),
  )

/** A link that opens the embed until a moment, to be given out; it is not kept. */
export const signLink = (embed: Embed, expiresAt: string): Promise<SignedLink> =>
  dataOf(
    client.POST('/v1/embeds/{embed_id}/links', {
      params: { path: { embed_id: embed.id } },
      body: { expires_at: expiresAt },
    }),
  )

/** End all links and tickets that were given out. */
export const revoke = (embed: Embed): Promise<Embed> =>
  dataOf(
    client.POST('/v1/embeds/{embed_id}/revoke', {
      params: { path: { embed_id: embed.id }, header: ifMatch(embed.version) },
    }),
  )

export type Snippets = Schemas['Snippets']

/** What is put into a page to have the app there. */
export const getSnippets = (embed: Embed): Promise<Snippets> =>
  dataOf(client.GET('/v1/embeds/{embed_id}/snippets', { params: { path: { embed_id: embed.id } } }))

export const embedAddress = (origin: string, embed: Embed): string => `${origin}/e/${embed.id}`

export type Difference = Schemas['Difference']

/** What an update would change for readers. */
export const getDifference = (embed: Embed): Promise<Difference> =>
  dataOf(
    client.GET('/v1/embeds/{embed_id}/difference', { params: { path: { embed_id: embed.id } } }),
  )
