import { afterAll, describe, expect, it } from 'vitest'
import { fileFrom } from '../../src/bridge/recipe'
import { createEngine } from '../../src/review/engine'
import { closeExifTool } from '../support/exiftool'
import { samples } from '../support/generated/frames'
import { CONTENT_IDENTIFIER, PHONES } from '../support/generated/phones'

afterAll(closeExifTool)

/** The laws hold for these files as for all others; here stands what is found in each, what stays, and what must not. */
const EXPECTED: Readonly<Record<string, { found: readonly string[]; kept: readonly string[]; films?: number[] }>> = {
  'heic of an iPhone with a gain map and shared metadata': {
    found: ['place', 'people', 'time', 'words', 'device'],
    kept: ['hdr-gain-map'],
  },
  'heic of an iPhone, a portrait': {
    found: ['place', 'people', 'time', 'words', 'hidden-picture', 'device'],
    kept: ['hdr-gain-map'],
  },
  'heic of an Android phone with Ultra HDR': {
    found: ['place', 'people', 'time', 'words', 'device'],
    kept: ['hdr-gain-map'],
  },
  'heic, a spatial photo': { found: ['place', 'people', 'hidden-picture'], kept: ['stereo-picture'] },
  'heic of a Live Photo': { found: ['time', 'device'], kept: [] },
  'heic, a motion photo of Samsung': { found: ['place', 'people', 'hidden-video'], kept: [] },
  'avif, a motion photo of Google': { found: ['place', 'people', 'hidden-video'], kept: [] },
  'mov in cinematic mode': {
    found: ['place', 'time', 'hidden-video', 'hidden-picture', 'device'],
    kept: ['sound'],
    films: [0],
  },
  'mov of a Live Photo': { found: ['place', 'time', 'device'], kept: ['sound'], films: [0] },
  'mov, a spatial film': { found: ['place', 'time', 'device'], kept: ['sound'], films: [0] },
  'mp4 of a GoPro for all directions': { found: ['time'], kept: ['sound'], films: [0, 60] },
  'mp4 of an Insta360': { found: ['place', 'time', 'device'], kept: ['sound'], films: [0] },
}

const PRIVATE = ['Villeurbanne', 'Marchetti', '45.7772', 'Lina', 'serial', 'IXSE42A7Z1', CONTENT_IDENTIFIER]

describe('what phones and cameras write', () => {
  const engine = createEngine({ decode: async () => 'cannot-tell' })

  it('is listed here as a whole', () => {
    expect(Object.keys(EXPECTED)).toEqual(PHONES.map(({ name }) => name))
  })

  it.each(PHONES)('$name: is found, cleaned and kept', async ({ name, format, make }) => {
    const file = new File([await make()], 'photo')
    const { found, kept, films = [] } = EXPECTED[name] ?? { found: [], kept: [] }
    const inspection = await engine.inspect(file)
    expect(inspection).toMatchObject({ outcome: 'found', format })
    expect(inspection.findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...found]))

    const cleaning = await engine.clean(file)
    if (cleaning.outcome !== 'cleaned') throw new Error(`refused: ${cleaning.reason}`)
    expect(cleaning.kept).toEqual(expect.arrayContaining([...kept]))
    const bytes = Buffer.from(await fileFrom(cleaning.recipe, file).arrayBuffer())
    for (const text of PRIVATE) expect(bytes.includes(text), text).toBe(false)
    for (const seed of films) expect(bytes.includes(Buffer.from(samples(3, seed))), `frame ${seed}`).toBe(true)
    for (const seed of [40, 50]) expect(bytes.includes(Buffer.from(samples(3, seed))), `frame ${seed}`).toBe(false)
  })
})
