/** Shapes on a square of 100 × 100; later ones lie over earlier ones. */
export type Shape =
  | {
      readonly is: 'ellipse'
      readonly cx: number
      readonly cy: number
      readonly rx: number
      readonly ry: number
      readonly fill: string
    }
  | { readonly is: 'polygon'; readonly points: readonly (readonly [x: number, y: number])[]; readonly fill: string }

export interface Sticker {
  /** What lies behind the drawing, everywhere in what is hidden. */
  readonly ground: string
  readonly shapes: readonly Shape[]
}

const ellipse = (fill: string, cx: number, cy: number, rx: number, ry = rx): Shape => ({
  is: 'ellipse',
  cx,
  cy,
  rx,
  ry,
  fill,
})
const polygon = (fill: string, ...points: (readonly [number, number])[]): Shape => ({ is: 'polygon', points, fill })

/** So many of one shape around the middle, `radius` away from it. */
function around(count: number, radius: number, shape: (x: number, y: number, angle: number) => Shape): Shape[] {
  return Array.from({ length: count }, (_, at) => {
    const angle = (at / count) * 2 * Math.PI
    return shape(50 + radius * Math.sin(angle), 50 - radius * Math.cos(angle), angle)
  })
}

function star(fill: string, outer: number, inner: number): Shape {
  const points = Array.from({ length: 10 }, (_, at): readonly [number, number] => {
    const angle = (at * Math.PI) / 5
    const radius = at % 2 === 0 ? outer : inner
    return [50 + radius * Math.sin(angle), 52 - radius * Math.cos(angle)]
  })
  return polygon(fill, ...points)
}

/** Six drawings of our own, without faces: nobody is to look like somebody else. */
export const STICKERS = {
  sun: {
    ground: '#dceaf2',
    shapes: [
      ...around(12, 36, (x, y, angle) => {
        const across = [Math.cos(angle) * 5, Math.sin(angle) * 5] as const
        const out = [Math.sin(angle) * 9, -Math.cos(angle) * 9] as const
        return polygon(
          '#f0b429',
          [x - across[0], y - across[1]],
          [x + out[0], y + out[1]],
          [x + across[0], y + across[1]],
        )
      }),
      ellipse('#f7c948', 50, 50, 26),
    ],
  },
  flower: {
    ground: '#e6efe2',
    shapes: [...around(8, 24, (x, y) => ellipse('#c98bb9', x, y, 13)), ellipse('#f2d388', 50, 50, 15)],
  },
  leaf: {
    ground: '#eef1e3',
    shapes: [
      polygon(
        '#5f8f5b',
        ...Array.from({ length: 25 }, (_, at): readonly [number, number] => [
          50 + 26 * Math.sin((at / 24) * Math.PI),
          14 + 3 * at,
        ]),
        ...Array.from({ length: 25 }, (_, at): readonly [number, number] => [
          50 - 26 * Math.sin((at / 24) * Math.PI),
          86 - 3 * at,
        ]),
      ),
      polygon('#dfe8cf', [48.8, 20], [51.2, 20], [51.6, 92], [48.4, 92]),
      ...[34, 48, 62].flatMap((y) => [
        polygon('#dfe8cf', [50, y + 6], [50, y + 8.5], [66, y - 4], [65, y - 5.5]),
        polygon('#dfe8cf', [50, y + 6], [50, y + 8.5], [34, y - 4], [35, y - 5.5]),
      ]),
    ],
  },
  cloud: {
    ground: '#a9cbe0',
    shapes: [
      ellipse('#ffffff', 34, 56, 17),
      ellipse('#ffffff', 52, 46, 21),
      ellipse('#ffffff', 68, 57, 15),
      polygon('#ffffff', [34, 58], [68, 58], [68, 72], [34, 73]),
    ],
  },
  star: { ground: '#2f4a6d', shapes: [star('#f4d58d', 38, 17)] },
  hills: {
    ground: '#f3e3c3',
    shapes: [ellipse('#e9b872', 68, 34, 11), ellipse('#8fae8b', 28, 92, 48, 36), ellipse('#6c9270', 78, 98, 46, 34)],
  },
} as const satisfies Record<string, Sticker>

export type StickerName = keyof typeof STICKERS
export const STICKER_NAMES = Object.keys(STICKERS) as StickerName[]
