import { useMemo, useState } from 'preact/hooks'
import type { Engine } from '../review/engine-contract'
import { Worklist } from './worklist'

/** The list for the life of the page; the page is drawn again at most once a frame, however fast files are looked at. */
export function useWorklist(engine: Engine): Worklist {
  const [, setTurn] = useState(0)
  return useMemo(() => {
    let asked = false
    return new Worklist(engine, () => {
      if (asked) return
      asked = true
      requestAnimationFrame(() => {
        asked = false
        setTurn((turn) => turn + 1)
      })
    })
  }, [engine])
}
