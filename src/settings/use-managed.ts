import { useEffect, useState } from 'preact/hooks'
import type { Setting } from './setting'

/** What a school's policy sets, kept up to date; null when it sets nothing, and until it is read. */
export function useManaged<T>(setting: Setting<T>): T | null {
  const [value, setValue] = useState<T | null>(null)
  useEffect(() => {
    const end = new AbortController()
    const read = () => void setting.getManaged().then((set) => end.signal.aborted || setValue(() => set))
    setting.watch(read, end.signal)
    read()
    return () => end.abort()
  }, [setting])
  return value
}
