import { serveCalls } from '../workers/serve-calls'
import citiesPack from './cities.pack?url&inline'
import { decodeCities } from './cities-pack'
import { type DrawMap, mapMaker } from './draw-map'
import mapPack from './map.pack?url&inline'
import { decodeMap } from './map-pack'
import { namePlace } from './name-place'
import type { PlaceCalls } from './places'
import { unpack } from './unpack'

const cities = unpack(citiesPack).then(decodeCities)
/** Made ready once a name that was asked for is on its way: a map is asked for next. */
const drawing: Promise<DrawMap> = Promise.all([unpack(mapPack), cities]).then(async ([bytes]) => {
  await new Promise((resolve) => setTimeout(resolve))
  return mapMaker(decodeMap(bytes))
})

serveCalls<PlaceCalls>({
  async name(position) {
    return namePlace(position, await cities)
  },
  async map(positions, view) {
    return (await drawing)(positions, view, await cities)
  },
})
