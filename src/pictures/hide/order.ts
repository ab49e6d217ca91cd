import type { Style } from './cover'
import type { Region } from './region'

/** What a parent wants hidden in one picture, and how. Made in the editor, carried out in a Worker. */
export interface HideOrder {
  /** The picture's size in pixels as it is shown, in which the regions are told. */
  readonly width: number
  readonly height: number
  readonly regions: readonly Region[]
  readonly style: Style
  /** Makes the longer side so many pixels at most; null leaves the size as it is. */
  readonly longSide: number | null
}

/** What else became of the picture, for the parent to hear. */
const CHANGES = [
  /** It was an animation and is its first picture now. */
  'still',
  /** A wide range of colours or of brightness went. */
  'colours',
  /** Sixteen bits or ten became eight. */
  'depth',
  /** The second view or further pictures went. */
  'second-picture',
  /** Coded anew as a whole, as nearly the same as can be seen. */
  'recoded',
  'smaller',
] as const
export type Change = (typeof CHANGES)[number]

/** The picture cannot be hidden in this way; another way may do. */
export class NotThisWay extends Error {}
