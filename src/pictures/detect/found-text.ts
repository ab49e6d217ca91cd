import type { Box } from './box'

/** Where text is in a picture, and its size in pixels, both the right way up; what it says is not read. */
export interface FoundText {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Box[]
}
