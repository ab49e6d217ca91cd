import type { Finding } from '../../src/findings/finding'
import type { Hiding } from '../../src/pictures/hiding'
import names from '../../src/places/city-names.json'
import type { Places } from '../../src/places/places'
import type { Engine, Inspection } from '../../src/review/engine-contract'
import type { Pictures } from '../../src/review/pictures'
import { ReviewSession } from '../../src/review/review-session'

/** The same for every file: two hills and a sun, so that a picture can be told from none. */
export const pictures: Pick<Pictures, 'thumbnail'> = {
  async thumbnail({ name }, size) {
    if (name.includes('unseen')) return null
    const [width, height] = [Math.max(1, size), Math.max(1, Math.round(size * 0.75))]
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    for (const [colour, x, y, w, h] of [
      ['#9cc9e8', 0, 0, 1, 1],
      ['#f3cf5b', 0.7, 0.12, 0.14, 0.18],
      ['#6f9c5a', 0, 0.6, 0.6, 0.4],
      ['#4c7a44', 0.4, 0.7, 0.6, 0.3],
    ] as const) {
      context.fillStyle = colour
      context.fillRect(x * width, y * height, w * width, h * height)
    }
    return canvas.transferToImageBitmap()
  },
}

/** Every place is near Lyon, on a coast that was drawn for it. */
export const places: Places = {
  name: async () => ({ country: 'FR', city: 'Lyon', names: names['FR/Lyon'] }),
  map: async (positions, view) => ({
    land: 'M0,20L120,0L320,0L320,120L200,150L90,130L60,70Z',
    borders: view === 'country' ? 'M200,0L220,60L320,80' : '',
    spots: positions.map((_, at) => ({ x: 160 + 40 * at, y: 90 + 15 * at })),
    closer: true,
    towns: [
      { name: 'Lyon', names: names['FR/Lyon'], x: 160, y: 90, side: 'left', here: true },
      { name: 'Paris', names: names['FR/Paris'], x: 122, y: 19, side: 'right' },
      { name: 'Milan', names: names['IT/Milan'], x: 230, y: 95, side: 'left' },
    ],
  }),
}

/** As long as the map is being drawn. */
export const placesBeforeMap: Places = { ...places, map: () => new Promise(() => undefined) }

const PLACE: Finding = {
  kind: 'place',
  severity: 'high',
  source: 'Exif GPS',
  position: { latitude: 45.7772, longitude: 4.8552 },
  names: ['Parc de la Tête d’Or', 'Lyon'],
}
const SLIGHT: readonly Finding[] = [
  { kind: 'device', severity: 'low', source: 'Exif', model: 'iPhone 13', serials: [] },
  { kind: 'history', severity: 'low', source: 'XMP', software: ['Snapseed 2.19'], provenance: false },
  { kind: 'unknown', severity: 'low', source: 'MakerNote', label: 'Apple 0x0040', bytes: 4210 },
]
const TIME: Finding = {
  kind: 'time',
  severity: 'medium',
  source: 'Exif DateTimeOriginal',
  local: '2025-06-14T15:42:10',
  event: 'taken',
}

/** What the files of a choice say, under the beginnings of their names. */
const SAYS: Readonly<Record<string, readonly Finding[]>> = {
  telling: [
    PLACE,
    { kind: 'people', severity: 'high', source: 'XMP', names: ['Léa Martin', 'Tom'], role: 'face' },
    TIME,
    {
      kind: 'words',
      severity: 'medium',
      source: 'IPTC-IIM',
      text: 'Birthday at the Saint-Exupéry school',
      role: 'caption',
    },
    { kind: 'hidden-picture', severity: 'medium', source: 'Exif IFD1', role: 'thumbnail', picture: new Blob(['x']) },
    ...SLIGHT,
  ],
  moving: [
    TIME,
    {
      kind: 'hidden-video',
      severity: 'medium',
      source: 'after the picture',
      video: new Blob(['x'], { type: 'video/mp4' }),
    },
  ],
  placed: [PLACE, TIME],
  nameless: [{ ...PLACE, names: [] }, TIME],
  slight: SLIGHT,
  film: [PLACE, TIME],
  stubborn: [PLACE],
}

const kindOf = (name: string) => (name.endsWith('.mp4') ? 'video/mp4' : 'image/jpeg')
export const fileNamed = (name: string) => new File([name], name, { type: kindOf(name) })

function inspectionOf(name: string): Inspection {
  if (name.startsWith('odd')) return { outcome: 'cannot-check', format: null, findings: [], reason: 'not-recognised' }
  const [, findings = []] = Object.entries(SAYS).find(([begin]) => name.startsWith(begin)) ?? []
  return { outcome: findings.length > 0 ? 'found' : 'nothing-found', format: 'jpeg', findings }
}

/** An engine that knows files by their names; 'slow…' is never done, 'stubborn…' cannot be cleaned. */
export const engine: Engine = {
  inspect: ({ name }) => (name.startsWith('slow') ? new Promise(() => undefined) : Promise.resolve(inspectionOf(name))),
  clean: async (file) =>
    file.name.startsWith('stubborn')
      ? { outcome: 'refused', reason: 'not-proved' }
      : { outcome: 'cleaned', recipe: copyOf(file, file.name), changed: true, removed: [], kept: ['colour-profile'] },
}

/** A recipe for the same bytes under a name. */
const copyOf = ({ type, size }: File, name: string) => ({
  name,
  type,
  size,
  pieces: [{ kind: 'slice' as const, start: 0, end: size }],
})

/** A choice of files, looked into as far as that comes. */
export async function sessionOf(...names: string[]): Promise<ReviewSession> {
  const session = new ReviewSession(names.map(fileNamed), engine, async () => null, new AbortController().signal)
  const looked = session.inspect()
  if (!names.some((name) => name.startsWith('slow'))) await looked
  return session
}

/** Finds two faces and one text in every photo. */
export const hiding: Hiding = {
  finder: {
    find: async () => ({ ok: true, found: { width: 1600, height: 1200, faces: [faceAt(300), faceAt(900)] } }),
    rest: () => undefined,
  },
  textFinder: {
    find: async () => ({ width: 1600, height: 1200, boxes: [{ x: 700, y: 900, width: 260, height: 70 }] }),
    rest: () => undefined,
  },
  jobOf: () => undefined,
  remember: () => undefined,
  forget: () => undefined,
  hide: async () => null,
}

function faceAt(x: number) {
  return { box: { x, y: 300, width: 200, height: 260 }, score: 1 }
}
