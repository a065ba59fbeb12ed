/** Functions that stay the same while what they do is that of the last time. */
import { useRef, useState } from 'react'

// Of whatever parameters: each keeps its own in the type of the whole.
type Functions = Record<string, (...given: never[]) => unknown>

export function useSame<T extends Functions>(now: T): T {
  const latest = useRef(now)
  latest.current = now
  const [same] = useState(
    () =>
      Object.fromEntries(
        Object.keys(now).map((name) => [
          name,
          (...given: never[]) => latest.current[name]?.(...given),
        ]),
      ) as T,
  )
  return same
}
