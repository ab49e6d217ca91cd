import type { Face } from './group'

/** The faces found in a picture and its size in pixels, both the right way up. */
export interface FoundFaces {
  readonly width: number
  readonly height: number
  readonly faces: readonly Face[]
}
