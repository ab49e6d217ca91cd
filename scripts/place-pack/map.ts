import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { quantize } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** Steps from west to east: two of the map's pixels hold five. */
const STEPS = 20_000

/**
 * Land and countries of Natural Earth at 1 : 50 million, without names, on a coarser grid. At 1 : 110 million
 * Réunion, Guadeloupe, Martinique and Mayotte are missing.
 */
export function packMap(): Uint8Array<ArrayBuffer> {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-50m.json')
  const whole = JSON.parse(readFileSync(path, 'utf8')) as Atlas
  for (const { geometries } of Object.values(whole.objects)) {
    for (const geometry of geometries) {
      delete geometry.properties
      delete geometry.id
    }
  }
  return new TextEncoder().encode(JSON.stringify(quantize(inDegrees(whole), STEPS)))
}

type Atlas = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** `quantize` takes no topology that is on a grid already. */
function inDegrees({ transform, ...topology }: Atlas): Atlas {
  if (!transform) return topology
  const [scaleX, scaleY] = transform.scale
  const [left, bottom] = transform.translate
  const arcs = topology.arcs.map((arc) => {
    let [x, y] = [0, 0]
    return arc.map(([stepX = 0, stepY = 0]) => {
      x += stepX
      y += stepY
      return [x * scaleX + left, y * scaleY + bottom]
    })
  })
  return { ...topology, arcs }
}
