/** The queue of files: each has its own fate, nothing is sent twice, and it is still there on another page. */
import { describe, expect, it } from 'vitest'
import { ApiError } from '../src/api/client'
import type { Example } from '../src/api/examples'
import { isOpen, Queue, type Run, type Upload } from '../src/uploads/queue'

const example = (id: string) => ({ id }) as Example
const files = (...names: string[]) => names.map((name) => new File([name], name))
const states = (queue: Queue) => queue.now().all.map(({ file, state }) => `${file.name} ${state}`)

/** Takes every file but those in `known`, which are here, and those in `refused`. */
function run({ known = [], refused = {} }: { known?: string[]; refused?: object } = {}) {
  const sent: string[] = []
  const takes: Run = {
    known: async ({ name }) => (known.includes(name) ? example(`old-${name}`) : undefined),
    send: async ({ file }: Upload, onShare) => {
      onShare(0.5)
      sent.push(file.name)
      const status = (refused as Record<string, number>)[file.name]
      if (status !== undefined) throw new ApiError(status, { detail: 'No.' })
      return example(`new-${file.name}`)
    },
  }
  return { ...takes, sent }
}

describe('files that were chosen', () => {
  it('are sent in their order, and one that is refused does not stop the others', async () => {
    const queue = new Queue()
    queue.add(files('a', 'b', 'c'))
    const made = await queue.send(run({ refused: { b: 422 } }))
    expect(made.map(({ id }) => id)).toEqual(['new-a', 'new-c'])
    expect(states(queue)).toEqual(['a sent', 'b refused', 'c sent'])
    expect(queue.now().all.some(isOpen)).toBe(false)
  })

  it('are not sent if they are here, unless they are wanted anew', async () => {
    const queue = new Queue()
    queue.add(files('a', 'b'))
    const first = run({ known: ['a'] })
    await queue.send(first)
    expect(first.sent).toEqual(['b'])
    expect(states(queue)).toEqual(['a here', 'b sent'])
    queue.again(queue.now().all[0]!.key)
    const second = run({ known: ['a', 'b'] })
    await queue.send(second)
    expect(second.sent).toEqual(['a'])
  })

  it('can be sent again after an answer that was none, and only they', async () => {
    const queue = new Queue()
    queue.add(files('a', 'b'))
    await queue.send(run({ refused: { b: 0 } }))
    expect(queue.now().all.map(isOpen)).toEqual([false, true])
    const again = run()
    await queue.send(again)
    expect(again.sent).toEqual(['b'])
  })

  it('may be joined by others while they are sent', async () => {
    const queue = new Queue()
    queue.add(files('a'))
    const takes = run()
    const late: Run = {
      ...takes,
      known: async (file) => {
        if (file.name === 'a') queue.add(files('b'))
        return undefined
      },
    }
    await queue.send(late)
    expect(states(queue)).toEqual(['a sent', 'b sent'])
  })

  it('are forgotten by the page only when all is done', async () => {
    const queue = new Queue()
    queue.add(files('a', 'b'))
    queue.tidy()
    expect(queue.now().all).toHaveLength(2)
    await queue.send(run())
    queue.tidy()
    expect(queue.now().all).toEqual([])
  })

  it('tell every page how far they are', async () => {
    const queue = new Queue()
    const seen: string[] = []
    queue.subscribe(() =>
      seen.push(
        queue
          .now()
          .all.map(({ share }) => share)
          .join(),
      ),
    )
    queue.add(files('a'))
    await queue.send(run())
    expect(seen).toEqual(expect.arrayContaining(['0', '0.5', '1']))
    expect(queue.now().sending).toBe(false)
  })
})
