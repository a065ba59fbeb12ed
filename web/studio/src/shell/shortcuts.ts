/** Keys that work on every page: Ctrl K, `?`, and `g` followed by the letter of a place. */
import { useEffect } from 'react'
import { isTaken } from '../library/shortcuts'

const NEXT_KEY_MS = 1_500
const PLACES: Record<string, string> = { n: '/', l: '/library', s: '/settings' }

export function useShortcuts(keys: {
  palette: () => void
  help: () => void
  go: (path: string) => void
}): void {
  useEffect(() => {
    let leader = -Infinity
    const pressed = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        keys.palette()
        return
      }
      if (isTaken(event)) return
      const place = PLACES[event.key]
      if (event.key === '?') {
        event.preventDefault()
        keys.help()
      } else if (place && event.timeStamp - leader < NEXT_KEY_MS) {
        event.preventDefault()
        keys.go(place)
      }
      leader = event.key === 'g' ? event.timeStamp : -Infinity
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [keys])
}
