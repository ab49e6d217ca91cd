/**
 * Packs what names a place and draws its map: src/places/{cities,countries,map}.pack, each gzip. They are kept in the repository,
 * so that the command line reads the same bytes as the pages and a build needs no 30 MB of text; a test packs them anew.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { packCities } from './place-pack/cities'
import { packCountries } from './place-pack/countries'
import { packMap } from './place-pack/map'

for (const [name, pack] of [
  ['cities', packCities],
  ['countries', packCountries],
  ['map', packMap],
] as const) {
  const bytes = gzipSync(pack(), { level: 9 })
  writeFileSync(fileURLToPath(new URL(`../src/places/${name}.pack`, import.meta.url)), bytes)
  console.log(`src/places/${name}.pack  ${Math.ceil(bytes.length / 1000)} kB`)
}
