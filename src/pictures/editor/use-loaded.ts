import type { ComponentType } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/**
 * Returns a component once its code is there. Without its code, after an update of the extension, there is nothing to show:
 * `giveUp` is called.
 */
export function useLoaded<Props>(
  load: () => Promise<ComponentType<Props>>,
  giveUp: () => void,
): ComponentType<Props> | null {
  const [loaded, setLoaded] = useState<{ readonly is: ComponentType<Props> } | null>(null)
  const start = useRef({ load, giveUp })
  useEffect(() => {
    start.current.load().then(
      (component) => setLoaded({ is: component }),
      (error: unknown) => {
        console.error(error)
        start.current.giveUp()
      },
    )
  }, [])
  return loaded?.is ?? null
}
