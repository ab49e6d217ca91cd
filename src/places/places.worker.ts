import { serveCalls } from '../workers/serve-calls'
import citiesPack from './cities.pack?url&inline'
import { decodeCities } from './cities-pack'
import countriesPack from './countries.pack?url&inline'
import { decodeCountries } from './countries-pack'
import { type DrawMap, mapMaker } from './draw-map'
import mapPack from './map.pack?url&inline'
import { decodeMap } from './map-pack'
import { type Gazetteer, namePlace } from './name-place'
import type { PlaceCalls } from './places'
import { unpack } from './unpack'

const gazetteer = Promise.all([
  unpack(citiesPack).then(decodeCities),
  unpack(countriesPack).then(decodeCountries),
]).then(([cities, countries]): Gazetteer => ({ cities, countries }))
const drawing = unpack(mapPack).then((bytes): DrawMap => mapMaker(decodeMap(bytes)))

serveCalls<PlaceCalls>({
  async name(position) {
    return namePlace(position, await gazetteer)
  },
  async map(positions, view) {
    return (await drawing)(positions, view, await gazetteer)
  },
})
