/** The platform's record store, as far as one visit speaks to it. */
import type { Json, Launch } from './launch'

export interface Answer {
  status: number
  text: string
}
export interface Asked {
  method: string
  headers?: Record<string, string>
  body?: string
  keepalive?: boolean
}
/** Asks an address; null where nothing answers. */
export type Ask = (address: string, asked: Asked) => Promise<Answer | null>

const VERSION = '1.0.3'
const STATE = 'praxeo'

export class Lrs {
  constructor(
    private readonly launch: Launch,
    private readonly auth: string,
    private readonly ask: Ask,
  ) {}

  /** A document of this visit's state; null where there is none. */
  async state(id = STATE): Promise<string | null> {
    const answer = await this.send('GET', 'activities/state', this.place(id))
    return answer?.status === 200 ? answer.text : null
  }

  /** Keep the learner's state; whether it was taken. */
  async keep(text: string, leaving = false): Promise<boolean> {
    const answer = await this.send('PUT', 'activities/state', this.place(STATE), text, leaving)
    return answer !== null && answer.status < 300
  }

  async preferences(): Promise<void> {
    const { actor } = this.launch
    const whose = { profileId: 'cmi5LearnerPreferences', agent: JSON.stringify(actor) }
    await this.send('GET', 'agents/profile', whose)
  }

  /** Hand over a statement under its own id, so that handing it over again changes nothing; null: nobody answers. */
  async tell(statement: Json): Promise<number | null> {
    const id = { statementId: String(statement['id']) }
    const answer = await this.send('PUT', 'statements', id, JSON.stringify(statement))
    return answer?.status ?? null
  }

  /** The last words of a page that goes: in one piece, so that they keep their order. */
  tellLast(statements: readonly Json[]): void {
    void this.send('POST', 'statements', {}, JSON.stringify(statements), true)
  }

  private place(stateId: string): Record<string, string> {
    const { activity, actor, registration } = this.launch
    const place = { stateId, activityId: activity, agent: JSON.stringify(actor) }
    return registration ? { ...place, registration } : place
  }

  private send(
    method: string,
    what: string,
    query: Record<string, string>,
    body?: string,
    keepalive = false,
  ): Promise<Answer | null> {
    const headers: Record<string, string> = {
      Authorization: this.auth,
      'X-Experience-API-Version': VERSION,
    }
    if (body !== undefined) headers['Content-Type'] = 'application/json'
    const search = new URLSearchParams(query).toString()
    const address = `${this.launch.endpoint}${what}${search && `?${search}`}`
    return this.ask(address, { method, headers, keepalive, ...(body !== undefined && { body }) })
  }
}

/** The token of a cmi5 visit, which is given once; null where it was given before or nobody answers. */
export async function tokenOf({ fetch, auth }: Launch, ask: Ask): Promise<string | null> {
  if (auth) return auth
  const answer = await ask(fetch, { method: 'POST' })
  const token = /"auth-token"\s*:\s*"([^"]+)"/.exec(answer?.text ?? '')?.[1]
  return token ? `Basic ${token}` : null
}

/** Over the network. */
export const ASK: Ask = async (address, asked) => {
  try {
    const answer = await fetch(address, asked)
    return { status: answer.status, text: await answer.text() }
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return null // not online
    throw error
  }
}
