import citiesPack from './cities.pack?url&inline'
import { decodeCities } from './cities-pack'
import { type DrawMap, mapMaker } from './draw-map'
import mapPack from './map.pack?url&inline'
import { namePlace } from './name-place'
import type { PlaceAnswer, PlaceAnswers, PlaceQuestion } from './places'
import { unpack } from './unpack'

const cities = unpack(citiesPack).then(decodeCities)
/** Unpacked for the first map that is asked for. */
let drawing: Promise<DrawMap> | undefined

self.addEventListener('message', async ({ data }: MessageEvent<PlaceQuestion>) => {
  const value = await answerTo(data).catch((error: unknown) => {
    console.error(error)
    return null
  })
  self.postMessage({ id: data.id, value } satisfies PlaceAnswer)
})

async function answerTo(question: PlaceQuestion): Promise<PlaceAnswers[keyof PlaceAnswers]> {
  const known = await cities
  if (question.wanted === 'name') return namePlace(question.position, known)
  drawing ??= unpack(mapPack).then((bytes) => mapMaker(JSON.parse(new TextDecoder().decode(bytes))))
  return (await drawing)(question.positions, question.view, known)
}
