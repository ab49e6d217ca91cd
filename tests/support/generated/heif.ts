import { concat, latin1Bytes, u32be } from '../../../src/formats/core/bytes'
import { auxC, boxOf, fullBox, type HeifRecipe, heifOf, type ItemRecipe, userBox } from '../box-bytes'
import type { Recipe } from '../generated'
import { film } from '../jpeg-bytes'
import { exifOf, xmpOf } from './metadata-blocks'

/** A test card of 64 × 64 pixels, coded by x265 in HEVC: the configuration (hvcC) and the one slice. */
const HVCC =
  'AQFgAAAAkAAAAAAAHvAA/P34+AAADwOgAAEAGEABDAH//wFgAAADAJAAAAMAAAMAHpWYCaEAAQApQgEBAWAAAAMAkAAAAwAAAwAeoCCBBZZWaS' +
  'TK8BaAgAAAAwCAAAADAISiAAEABkQBwXGhEg=='
const SLICE =
  'AAABtCgBrwtgz77xf34Y/F/WVG0wK6ejgnm1Skoeed+X7AwCjeOpqQ/7MTASOIJRxBorfkZvT28v///7PqmCYrgE2g11PeAGh+ceAiFNODkN5Q' +
  'Yb79WUCWh67ylh1YSPao+Bqt8u/x1TCgbOKrINUDvz4ho92SaJ/M/Apj3XDURKQVKLu+OpmuHg7eCo1uVi25H1civ31JpXgjoIlZ1QuFSi0tZS' +
  '2V2Ar4QMhBee496xRv5832F0JzdrBluckaAV7F1h8EbXkcLiik0cswrupkwnwKB87hfusO1XXWhWVElBcjdTMG1ab/n/gR6Vs2bhVGiHMUR6s3' +
  't5ZgkoHfkyFf+NqqGAKDeHvq2TZom2X0Nt0q6PninYlDIctOMjAOInp4cjkDTBbib/uQTf+DTL+K//AKAovjnfItUkRH0LYy5scDlwEBRHTovq' +
  'asb7zOfcCV67US7H136icFVDxWCV7JwN6nx0CZVYKALD4VWYeXQG9DogMhujvRBP7f+LTY13VC+pOJIgG9yax/fSzZI+jBTR/J+6Mag1Ic9kMA' +
  'bAZzQOhxp1FLjXXWzdt60VlT7dvj1T5gjR7mI='

const bytes = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'))

export const PICTURE: ItemRecipe = { id: 1, type: 'hvc1', name: 'IMG_4711 of Lina', extents: [bytes(SLICE)] }
/** Configuration, size, and turned by 90 degrees. */
export const PROPERTIES = [
  boxOf('hvcC', bytes(HVCC)),
  fullBox('ispe', 0, 0, u32be(64), u32be(64)),
  boxOf('irot', Uint8Array.of(1)),
]
export const SHOWN: readonly (readonly [number, number])[] = [
  [1, 1],
  [1, 2],
  [1, 3],
]

export const exifItem = async (id: number): Promise<ItemRecipe> => ({
  id,
  type: 'Exif',
  extents: [concat(u32be(0), await exifOf())],
})
export const xmpItem = async (id: number): Promise<ItemRecipe> => ({
  id,
  type: 'mime',
  rest: 'application/rdf+xml\0',
  extents: [await xmpOf()],
})

const heic = (items: readonly ItemRecipe[], more: Partial<HeifRecipe> = {}) =>
  heifOf({ properties: PROPERTIES, associations: SHOWN, ...more, items: [PICTURE, ...items] })

/** Everything that a telephone and the programs behind it put around a picture. */
async function withEverything(): Promise<Uint8Array<ArrayBuffer>> {
  const again = (id: number): ItemRecipe => ({ ...PICTURE, id })
  return heic([await exifItem(2), await exifItem(3), await xmpItem(4), again(5), again(6), again(7)], {
    references: [
      ['thmb', 5, 1],
      ['auxl', 6, 1],
      ['cdsc', 2, 1],
      ['cdsc', 3, 1],
    ],
    properties: [
      ...PROPERTIES,
      auxC('urn:mpeg:hevc:2015:auxid:2'),
      fullBox('udes', 0, 0, 'en\0Lina at the lake\0\0\0'),
    ],
    associations: [...SHOWN, [5, 1], [5, 2], [6, 1], [6, 2], [6, 4], [7, 1], [7, 2], [1, 5]],
    top: [userBox('be7acfcb97a942e89c71999491e3afac', await xmpOf())],
    gap: 'Odile Marchetti',
    end: concat(boxOf('mpvd', film()), boxOf('sefd', 'Villeurbanne'), latin1Bytes('behind')),
  })
}

export const HEIF: readonly Recipe[] = [
  { name: 'heic with everything', format: 'heif', make: withEverything },
  ...([0, 1, 2] as const).map(
    (iloc): Recipe => ({
      name: `heic with version ${iloc} of iloc`,
      format: 'heif',
      make: async () => heic([await exifItem(2), await xmpItem(3)], { iloc }),
    }),
  ),
  {
    name: 'heic with Exif in idat and XMP in three pieces',
    format: 'heif',
    make: async () => {
      const xmp = await xmpOf()
      const pieces = [xmp.subarray(0, 40), xmp.subarray(40, 90), xmp.subarray(90)]
      return heic([
        { ...(await exifItem(2)), inIdat: true },
        { ...(await xmpItem(3)), extents: pieces },
      ])
    },
  },
  {
    name: 'heic with an item that shares the bytes of the picture',
    format: 'heif',
    make: async () => heic([await exifItem(2), { id: 3, type: 'mine', extents: [], sharesWith: 1 }]),
  },
]
