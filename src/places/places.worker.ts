import { serveCalls } from '../workers/serve-calls'
import citiesPack from './cities.pack?url&inline'
import { decodeCities } from './cities-pack'
import { type DrawMap, mapMaker } from './draw-map'
import mapPack from './map.pack?url&inline'
import { namePlace } from './name-place'
import type { PlaceCalls } from './places'
import { unpack } from './unpack'

const cities = unpack(citiesPack).then(decodeCities)
/** The browser unpacks it beside; it is read for the first map that is asked for. */
const mapBytes = unpack(mapPack)
let drawing: Promise<DrawMap> | undefined

serveCalls<PlaceCalls>({
  async name(position) {
    return namePlace(position, await cities)
  },
  async map(positions, view) {
    drawing ??= mapBytes.then((bytes) => mapMaker(JSON.parse(new TextDecoder().decode(bytes))))
    return (await drawing)(positions, view, await cities)
  },
})
