import type { Colour } from '../colour'
import { NATURAL_FROM_ZIGZAG } from './zigzag'

/** cos((2x + 1) u π / 16) · c(u) / 2, of which products make the transform; ITU-T T.81 §A.3.3. */
const BASIS = Float64Array.from({ length: 64 }, (_, at) => {
  const u = at >> 3
  const x = at & 7
  return Math.cos(((2 * x + 1) * u * Math.PI) / 16) * (u === 0 ? Math.SQRT1_2 : 1) * 0.5
})

/**
 * Transforms and quantises one block.
 * @param samples 64 values, 0 to 255, row by row. @param quantization 64 factors in zigzag order.
 * @param into where the 64 coefficients go, from `at` on, in zigzag order.
 */
export function codeBlock(samples: Float64Array, quantization: Uint16Array, into: Int16Array, at: number): void {
  const first = samples[0] ?? 0
  if (samples.every((sample) => sample === first)) {
    into.fill(0, at, at + 64)
    into[at] = Math.round(((first - 128) * 8) / (quantization[0] ?? 1))
    return
  }
  const rows = new Float64Array(64)
  for (let y = 0; y < 8; y++) {
    for (let u = 0; u < 8; u++) {
      let sum = 0
      for (let x = 0; x < 8; x++) sum += ((samples[y * 8 + x] ?? 0) - 128) * (BASIS[u * 8 + x] ?? 0)
      rows[y * 8 + u] = sum
    }
  }
  for (let k = 0; k < 64; k++) {
    const natural = NATURAL_FROM_ZIGZAG[k] ?? 0
    const u = natural & 7
    const v = natural >> 3
    let sum = 0
    for (let y = 0; y < 8; y++) sum += (rows[y * 8 + u] ?? 0) * (BASIS[v * 8 + y] ?? 0)
    into[at + k] = Math.round(sum / (quantization[k] ?? 1))
  }
}

/** How the components of a frame make colours. */
export type ColourModel = 'grey' | 'ycc' | 'rgb' | 'cmyk' | 'inverted-cmyk' | 'ycck'

/**
 * Returns how the components make colours, as libjpeg decides it.
 * @param adobe the colour transform of the APP14 segment, or null without one.
 */
export function colourModelOf(ids: readonly number[], adobe: number | null): ColourModel {
  if (ids.length === 1) return 'grey'
  if (ids.length === 4) return adobe === null ? 'cmyk' : adobe === 2 ? 'ycck' : 'inverted-cmyk'
  const named = String.fromCharCode(...ids)
  return adobe === 0 || (adobe === null && named === 'RGB') ? 'rgb' : 'ycc'
}

/** One component's value of a colour; JFIF 1.02 for the conversion, Adobe's technical note 5116 for four colours. */
export function sampleOf([red, green, blue]: Colour, component: number, model: ColourModel): number {
  const lightness = (r: number, g: number, b: number) => 0.299 * r + 0.587 * g + 0.114 * b
  const converted = (r: number, g: number, b: number) => {
    const y = lightness(r, g, b)
    if (component === 0) return y
    return component === 1 ? 128 + (b - y) / 1.772 : 128 + (r - y) / 1.402
  }
  const plain = component === 0 ? red : component === 1 ? green : blue
  switch (model) {
    case 'grey':
      return lightness(red, green, blue)
    case 'ycc':
      return converted(red, green, blue)
    case 'rgb':
      return plain
    case 'cmyk':
      return component === 3 ? 0 : 255 - plain
    case 'inverted-cmyk':
      return component === 3 ? 255 : plain
    case 'ycck':
      return component === 3 ? 255 : converted(255 - red, 255 - green, 255 - blue)
  }
}

/** A colour from the components' values; the reverse of `sampleOf`, with black added for four colours. */
export function colourFrom(values: readonly number[], model: ColourModel): Colour {
  const [a = 0, b = 0, c = 0, d = 0] = values
  const fromYcc = (): [number, number, number] => {
    const red = a + 1.402 * (c - 128)
    const blue = a + 1.772 * (b - 128)
    return [red, (a - 0.299 * red - 0.114 * blue) / 0.587, blue]
  }
  const within = (value: number) => Math.max(0, Math.min(255, value))
  const all = ([red, green, blue]: readonly [number, number, number]): Colour => [
    within(red),
    within(green),
    within(blue),
  ]
  switch (model) {
    case 'grey':
      return [a, a, a]
    case 'ycc':
      return all(fromYcc())
    case 'rgb':
      return [a, b, c]
    case 'cmyk':
      return all([(255 - a) * (1 - d / 255), (255 - b) * (1 - d / 255), (255 - c) * (1 - d / 255)])
    case 'inverted-cmyk':
      return all([(a * d) / 255, (b * d) / 255, (c * d) / 255])
    case 'ycck': {
      const [red, green, blue] = fromYcc()
      return all([((255 - red) * d) / 255, ((255 - green) * d) / 255, ((255 - blue) * d) / 255])
    }
  }
}
