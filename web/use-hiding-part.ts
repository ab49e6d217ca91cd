import { useCallback, useEffect, useState } from 'preact/hooks'
import type { HidingFiles, HidingPart } from './hiding-files'
import { type HidingSource, useHidingSource } from './hiding-source'

type PartState =
  | { readonly name: 'looking' | 'ready' | 'failed' }
  | { readonly name: 'asking'; readonly files: HidingFiles }
  | { readonly name: 'loading'; readonly files: HidingFiles; readonly bytes: number }

/** How far a part is, from whether it has to be loaded to that it is there. */
export interface PartLoading {
  readonly state: PartState
  readonly get: (files: HidingFiles) => void
  /** Looks once more, after it failed. */
  readonly retry: () => void
}

/** Follows one part of what is loaded when it is first asked for; nothing is loaded before `get`. */
export function useHidingPart(part: HidingPart): PartLoading {
  const source = useHidingSource()
  const [state, setState] = useState<PartState>({ name: source.loaded.has(part) ? 'ready' : 'looking' })
  const look = useCallback(() => {
    setState({ name: 'looking' })
    void stateNow(part, source).then(setState)
  }, [part, source])
  useEffect(() => {
    if (!source.loaded.has(part)) look()
  }, [part, source, look])
  const get = async (files: HidingFiles) => {
    setState({ name: 'loading', files, bytes: 0 })
    try {
      await source.load(files, (bytes) => setState({ name: 'loading', files, bytes }))
      source.loaded.add(part)
      setState({ name: 'ready' })
    } catch (error) {
      console.warn(error)
      setState({ name: 'failed' })
    }
  }
  return { state, get: (files) => void get(files), retry: look }
}

async function stateNow(part: HidingPart, source: HidingSource): Promise<PartState> {
  try {
    const lists = await source.lists()
    const missing = await source.missing(lists)
    const files = missing.find((one) => one.part === part)
    return files ? { name: 'asking', files } : { name: 'ready' }
  } catch (error) {
    console.warn(error)
    return { name: 'failed' }
  }
}
