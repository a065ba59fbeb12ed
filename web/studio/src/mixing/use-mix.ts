/** The one list of sources of this studio. */
import { useSyncExternalStore } from 'react'
import { Mix, type Mixed } from './mix'

export const mix = new Mix()

export const useMix = (): Mixed => useSyncExternalStore(mix.subscribe, mix.now)
