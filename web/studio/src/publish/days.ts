/** The last day of an app, as date fields have it, and whether it is over. */
import { type Embed } from '../api/embeds'

/** A day as the field has it, in this browser's time. */
export const dayOf = (moment: Date): string =>
  new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)

/** The end of that day here. */
export const endOf = (text: string): string => new Date(`${text}T23:59:59`).toISOString()

/** A day in words. */
export const day = (moment: string, locale: string): string =>
  new Date(moment).toLocaleDateString(locale, { dateStyle: 'long' })

/** Whether its last day has passed: nobody sees it any more. */
export const isOver = (embed: Embed, now = new Date()): boolean =>
  !!embed.expires_at && new Date(embed.expires_at) <= now
