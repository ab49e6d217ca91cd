import { serveCalls } from '../workers/serve-calls'
import citiesPack from './cities.pack?url&inline'
import { decodeCities } from './cities-pack'
import countriesPack from './countries.pack?url&inline'
import { decodeCountries } from './countries-pack'
import { drawMap } from './draw-map'
import mapPack from './map.pack?url&inline'
import { decodeMap } from './map-pack'
import { type Gazetteer, namePlace } from './name-place'
import type { PlaceCalls } from './places'
import { unpack } from './unpack'

const gazetteer = Promise.all([
  unpack(citiesPack).then(decodeCities),
  unpack(countriesPack).then(decodeCountries),
]).then(([cities, countries]): Gazetteer => ({ cities, countries }))
const atlas = unpack(mapPack).then(decodeMap)

serveCalls<PlaceCalls>({
  async name(position) {
    return namePlace(position, await gazetteer)
  },
  async map(positions, view) {
    return drawMap(positions, view, { atlas: await atlas, gazetteer: await gazetteer })
  },
})
