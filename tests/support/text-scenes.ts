import sharp from 'sharp'
import type { Box } from '../../src/pictures/detect/box'
import { FACE_PHOTOS } from './face-photos'

/** Something with words on it, put into a photo. */
interface Thing {
  readonly name: 'number plate' | 'street sign' | 'shirt' | 'badge'
  readonly words: string
  readonly ground: string
  readonly ink: string
  /** Degrees, as people stand and cars are parked. */
  readonly turned: number
}

const THINGS: readonly Thing[] = [
  { name: 'number plate', words: 'AB-123-CD', ground: '#f4f4f0', ink: '#101010', turned: 0 },
  { name: 'number plate', words: 'M KX 4071', ground: '#f4f4f0', ink: '#101010', turned: -4 },
  { name: 'street sign', words: 'Rue des Lilas', ground: '#1d4fa3', ink: '#ffffff', turned: 0 },
  { name: 'street sign', words: 'MILL LANE', ground: '#fdfdfd', ink: '#222222', turned: 3 },
  { name: 'shirt', words: 'École J. Ferry', ground: '#2f6b3a', ink: '#f2e9c0', turned: 7 },
  { name: 'shirt', words: 'LIONS 09', ground: '#8c1f2b', ink: '#ffffff', turned: -9 },
  { name: 'badge', words: 'Leonie Maier', ground: '#fffbe8', ink: '#333333', turned: 2 },
]
/** Sizes of letters as parts of the picture's height, from near to across the street. */
const LETTERS = [0.06, 0.03, 0.018] as const

export interface TextScene {
  readonly name: string
  /** Each with the smallest upright box around its words, as parts of the picture's width and height. */
  readonly words: readonly { readonly on: Thing['name']; readonly box: Box }[]
  readonly jpeg: () => Promise<Buffer>
}

const WIDTH = 1600
const HEIGHT = 1067

/** Photos of people into which three things with words were put, each; what they show besides is not counted. */
export const TEXT_SCENES: readonly TextScene[] = LETTERS.flatMap((letter) =>
  [0, 1, 2].map((start): TextScene => {
    const things = [0, 1, 2].map((at) => THINGS[(start * 3 + at) % THINGS.length] as Thing)
    const placed = things.map((thing, at) => placedAt(thing, letter * HEIGHT, at))
    return {
      name: `letters of ${Math.round(letter * HEIGHT)} pixels, ${start + 1}`,
      words: placed.map(({ box }, at) => ({ on: (things[at] as Thing).name, box })),
      jpeg: () =>
        sharp(FACE_PHOTOS[start + 1]?.path)
          .resize(WIDTH, HEIGHT, { fit: 'cover' })
          .composite([{ input: Buffer.from(svgOf(placed.map(({ svg }) => svg))) }])
          .blur(0.6)
          .jpeg({ quality: 85 })
          .toBuffer(),
    }
  }),
)

function svgOf(shapes: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${shapes.join('')}</svg>`
}

/** Letters are told their width, so that the font of the machine does not matter. */
function placedAt({ words, ground, ink, turned }: Thing, size: number, at: number) {
  const width = words.length * size * 0.58
  const x = WIDTH * (0.2 + 0.3 * at)
  const y = HEIGHT * (0.25 + 0.25 * at)
  const svg =
    `<g transform="translate(${x} ${y}) rotate(${turned})">` +
    `<rect x="${-width * 0.6}" y="${-size}" width="${width * 1.2}" height="${size * 2}" rx="${size * 0.2}" fill="${ground}"/>` +
    `<text x="${-width / 2}" y="${size * 0.36}" font-family="sans-serif" font-size="${size}" textLength="${width}" ` +
    `lengthAdjust="spacingAndGlyphs" fill="${ink}">${words}</text></g>`
  const angle = (Math.abs(turned) * Math.PI) / 180
  const height = size * 0.75
  const across = width * Math.cos(angle) + height * Math.sin(angle)
  const down = width * Math.sin(angle) + height * Math.cos(angle)
  const box = {
    x: (x - across / 2) / WIDTH,
    y: (y - down / 2) / HEIGHT,
    width: across / WIDTH,
    height: down / HEIGHT,
  }
  return { svg, box }
}

/** Which of the words lie in found boxes for nine tenths of their length and height. */
export function coveredWords({ words }: TextScene, found: readonly Box[]): TextScene['words'] {
  return words.filter(({ box }) => {
    const points = Array.from({ length: 100 }, (_, at) => ({
      x: box.x + box.width * (((at % 10) + 0.5) / 10),
      y: box.y + box.height * ((Math.floor(at / 10) + 0.5) / 10),
    }))
    const inside = points.filter(({ x, y }) =>
      found.some((one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height),
    )
    return inside.length >= 90
  })
}
