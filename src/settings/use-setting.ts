import { useCallback, useEffect, useState } from 'preact/hooks'
import type { Setting } from './setting'

/**
 * What counts, kept up to date wherever it changes; null until it is read. The function changes it, starting from what is
 * stored by then, which another page may have changed meanwhile.
 */
export function useSetting<T>(setting: Setting<T>): readonly [T | null, (change: (value: T) => T) => void] {
  const [value, setValue] = useState<T | null>(null)
  useEffect(() => {
    const end = new AbortController()
    setting.watch((next) => setValue(() => next), end.signal)
    void setting.getValue().then((stored) => end.signal.aborted || setValue(() => stored))
    return () => end.abort()
  }, [setting])
  const update = useCallback((change: (value: T) => T) => void setting.update(change), [setting])
  return [value, update]
}
