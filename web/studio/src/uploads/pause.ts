/** Files whose sending a person has stopped for a while: the part that is on its way still arrives, the next one waits. */

const held = new WeakMap<File, { going: Promise<void>; goOn: () => void }>()

export const isPaused = (file: File): boolean => held.has(file)

export function pause(file: File): void {
  if (held.has(file)) return
  let goOn = () => {}
  const going = new Promise<void>((resolve) => (goOn = resolve))
  held.set(file, { going, goOn })
}

export function resume(file: File): void {
  held.get(file)?.goOn()
  held.delete(file)
}

/** Resolves at once where nobody has stopped it. */
export const whenGoing = (file: File): Promise<void> => held.get(file)?.going ?? Promise.resolve()
