import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Setting } from './setting'

/** What is stored, kept up to date wherever it changes; null until it is read. */
export function useSetting<T>(setting: Setting<T>): readonly [T | null, (value: T) => void] {
  const [value, setValue] = useState<T | null>(null)
  useEffect(() => {
    const end = new AbortController()
    setting.watch((next) => setValue(() => next), end.signal)
    void setting.getValue().then((stored) => end.signal.aborted || setValue(() => stored))
    return () => end.abort()
  }, [setting])
  const store = useCallback((next: T) => void setting.setValue(next), [setting])
  return [value, store]
}
