import type { Face } from './group'

/** The faces found in a picture and its size in pixels, both the right way up. */
export interface FoundFaces {
  readonly width: number
  readonly height: number
  readonly faces: readonly Face[]
}

/** The same with the picture at a size for the screen, which was made on the way. */
export interface FacesShown extends FoundFaces {
  readonly shown?: ImageBitmap
}
