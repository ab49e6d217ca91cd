import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Hiding } from './hiding'

const HidingContext = createContext<Hiding | null>(null)

export const HidingProvider = HidingContext.Provider

/** Returns the hiding of this page, or null where nothing can be hidden. */
export const useHiding = (): Hiding | null => useContext(HidingContext)
