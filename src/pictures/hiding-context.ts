import { type ComponentType, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Hiding } from './hiding'

const HidingContext = createContext<Hiding | null>(null)

export const HidingProvider = HidingContext.Provider

/** Returns the hiding of this page, or null where nothing can be hidden. */
export const useHiding = (): Hiding | null => useContext(HidingContext)

/** Stands where text is looked for until it can be; calls `ready` once that was asked for and is possible. */
export type BeforeText = ComponentType<{ readonly ready: () => void }>

const BeforeTextContext = createContext<BeforeText | null>(null)

export const BeforeTextProvider = BeforeTextContext.Provider

/** Returns what comes before a search for text; null where what finds text is in the package. */
export const useBeforeText = (): BeforeText | null => useContext(BeforeTextContext)
