import { useCallback, useRef, useState } from 'preact/hooks'

export interface Picking {
  /** The places of the files that are picked. */
  readonly picked: ReadonlySet<number>
  /** Picks a file or lets go of it; with `through`, all from the last one to it, in the order they are shown in. */
  readonly pick: (at: number, through: boolean) => void
  readonly all: () => void
  readonly none: () => void
}

/** Several files picked for one choice, as in any list of files: one by one, or from one through to another. */
export function usePicking(order: readonly number[]): Picking {
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set())
  const last = useRef<number | null>(null)
  const pick = useCallback(
    (at: number, through: boolean) => {
      const from = last.current === null ? -1 : order.indexOf(last.current)
      const to = order.indexOf(at)
      last.current = at
      setPicked((before) => {
        const after = new Set(before)
        if (through && from >= 0) {
          for (const one of order.slice(Math.min(from, to), Math.max(from, to) + 1)) after.add(one)
        } else if (!after.delete(at)) after.add(at)
        return after
      })
    },
    [order],
  )
  const all = useCallback(() => setPicked(new Set(order)), [order])
  const none = useCallback(() => setPicked(new Set()), [])
  return { picked, pick, all, none }
}
