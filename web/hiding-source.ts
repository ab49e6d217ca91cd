import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import {
  type HidingFiles,
  type HidingLists,
  type HidingPart,
  listHidingFiles,
  loadHidingFiles,
  missingOf,
} from './hiding-files'

/** Where the page gets what is loaded when somebody asks for it. */
export interface HidingSource {
  lists(): Promise<HidingLists>
  /** What could not be had without a network. */
  missing(lists: HidingLists): Promise<readonly HidingFiles[]>
  /** @returns whether the files are kept. */
  load(files: HidingFiles, step?: (bytes: number) => void): Promise<boolean>
  /** What is there stays there as long as the page, also where the browser keeps nothing. */
  readonly loaded: Set<HidingPart>
}

/** Returns the source that is the page's own folder. */
function createHidingSource(): HidingSource {
  return { lists: listHidingFiles, missing: missingOf, load: loadHidingFiles, loaded: new Set() }
}

const SourceContext = createContext<HidingSource>(createHidingSource())

export const HidingSourceProvider = SourceContext.Provider

export const useHidingSource = (): HidingSource => useContext(SourceContext)
