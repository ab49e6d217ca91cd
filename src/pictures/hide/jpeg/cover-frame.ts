import type { Orientation } from '../../../formats/metadata/exif-block'
import type { Colour } from '../colour'
import { type Mask, maskOf } from '../mask'
import { toShown } from '../orientation'
import { forHidden, type Painter } from '../painter'
import type { Region } from '../region'
import { type ColourModel, codeBlock, colourFrom, sampleOf } from './cover-blocks'
import { type Component, type Frame, NotEditable } from './frame'
import type { Coefficients } from './read-frame'

/** How a picture is stored and shown, as far as covering it needs to know. */
export interface Shown {
  readonly orientation: Orientation
  readonly model: ColourModel
}

/** The MCUs of a frame of which any point is hidden. */
export function mcuMask(frame: Frame, orientation: Orientation, regions: readonly Region[]): Mask {
  const cell = { width: 8 * frame.maxHorizontal, height: 8 * frame.maxVertical }
  return maskOf(frame, orientation, cell, regions)
}

/**
 * Writes the cover into every block of the hidden MCUs, in place. Not one coefficient of those blocks is used, but for the
 * mean of each where the painter looks; no other block is touched.
 */
export function coverFrame({ frame, quantization }: Coefficients, mask: Mask, painter: Painter, shown: Shown): void {
  const show = toShown(frame, shown.orientation)
  if (painter.looks) {
    forHidden(mask, (cell, region) => {
      const { x, y } = show({ x: cell.x + cell.width / 2, y: cell.y + cell.height / 2 })
      painter.look(
        region,
        x,
        y,
        meanColour(frame, quantization, cell.x / cell.width, cell.y / cell.height, shown.model),
      )
    })
  }
  const paints = painter.paints()
  const samples = new Float64Array(64)
  forHidden(mask, (cell, region) => {
    const paint = paints[region]
    if (!paint) throw new Error('no such region')
    const colours: Colour[] = []
    for (let y = 0; y < cell.height; y++) {
      for (let x = 0; x < cell.width; x++) {
        const at = show({ x: cell.x + x + 0.5, y: cell.y + y + 0.5 })
        colours.push(paint(at.x, at.y))
      }
    }
    for (const [index, component] of frame.components.entries()) {
      const table = quantization.get(component.quantization)
      if (!table) throw new NotEditable('no quantization table')
      const across = frame.maxHorizontal / component.horizontal
      const down = frame.maxVertical / component.vertical
      eachBlock(component, cell.x / cell.width, cell.y / cell.height, (at, blockX, blockY) => {
        for (let y = 0; y < 8; y++)
          for (let x = 0; x < 8; x++) {
            // Rounded down where a component is one and a half times as coarse as another.
            const left = Math.floor((blockX * 8 + x) * across)
            const top = Math.floor((blockY * 8 + y) * down)
            let sum = 0
            let count = 0
            for (let dy = 0; dy < down; dy++)
              for (let dx = 0; dx < across; dx++, count++)
                sum += sampleOf(colours[(top + dy) * cell.width + left + dx] ?? GREY, index, shown.model)
            samples[y * 8 + x] = sum / count
          }
        codeBlock(samples, table, component.coefficients, at)
      })
    }
  })
}

const GREY: Colour = [128, 128, 128]

function eachBlock(
  { horizontal, vertical, stride }: Component,
  mcuColumn: number,
  mcuRow: number,
  visit: (at: number, x: number, y: number) => void,
): void {
  for (let y = 0; y < vertical; y++)
    for (let x = 0; x < horizontal; x++)
      visit(((mcuRow * vertical + y) * stride + mcuColumn * horizontal + x) * 64, x, y)
}

/** The mean of an MCU, from the DC values alone. */
function meanColour(
  frame: Frame,
  quantization: Coefficients['quantization'],
  mcuColumn: number,
  mcuRow: number,
  model: ColourModel,
): Colour {
  const values = frame.components.map((component) => {
    const step = quantization.get(component.quantization)?.[0] ?? 1
    let sum = 0
    let count = 0
    eachBlock(component, mcuColumn, mcuRow, (at) => {
      sum += ((component.coefficients[at] ?? 0) * step) / 8 + 128
      count++
    })
    return sum / count
  })
  return colourFrom(values, model)
}

/**
 * Checks a frame against the one it was made from: every block outside of the hidden MCUs has the same coefficients, every
 * block inside has those of the cover.
 * @param covered the frame whose hidden blocks hold the cover. @returns what is wrong, or null.
 */
export function difference(read: Coefficients, covered: Coefficients): string | null {
  const { components } = covered.frame
  if (read.frame.width !== covered.frame.width || read.frame.height !== covered.frame.height) return 'another size'
  if (read.frame.components.length !== components.length) return 'other components'
  for (const [index, component] of components.entries()) {
    const other = read.frame.components[index]?.coefficients
    if (other?.length !== component.coefficients.length) return 'other components'
    // A picture of one component ends with its last block, and others with whole MCUs: there all are compared.
    const mine = component.coefficients
    for (let at = 0; at < mine.length; at++) if (mine[at] !== other[at]) return `component ${index}, block ${at >> 6}`
  }
  return null
}
