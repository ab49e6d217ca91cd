import type { LookAtAll } from './find-faces'
import type { Look, ModelSighting } from './look-at-tile'

/** So many tiles lie with the one who helps, so that none is waited for. */
const AHEAD = 2

/** Returns what looks at one tile after the other, alone. */
export function alone(look: Look): LookAtAll {
  return async (tiles) => {
    const seen: Awaited<ReturnType<Look>>[] = []
    for (const tile of tiles) seen.push(await look(tile))
    return seen
  }
}

/**
 * Returns what looks at tiles together with another who helps. Nobody is waited for: at the end the tiles that the other has
 * not answered are looked at here, so one who comes late, fails or never answers costs nothing but the help.
 * @param breathe lets answers of the other in; looking itself lets in none.
 */
export function together(look: Look, help: Look, breathe: () => Promise<void>): LookAtAll {
  return async (tiles) => {
    const seen: (readonly ModelSighting[] | undefined)[] = tiles.map(() => undefined)
    let next = 0
    const other = async () => {
      for (let at = next++; at < tiles.length; at = next++) {
        const tile = tiles[at]
        if (tile) seen[at] = await help(tile)
      }
    }
    for (let count = 0; count < AHEAD; count++) other().catch(() => undefined)
    for (;;) {
      const at = next < tiles.length ? next++ : seen.indexOf(undefined)
      const tile = tiles[at]
      if (!tile) return seen.map((one) => one ?? [])
      seen[at] = await look(tile)
      await breathe()
    }
  }
}
