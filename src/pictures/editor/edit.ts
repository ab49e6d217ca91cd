import { type Box, grown } from '../detect/box'
import type { Sized } from '../detect/find-faces'
import type { Style } from '../hide/cover'
import type { HideOrder } from '../hide/order'
import type { Region } from '../hide/region'

/** Something that was found in the picture, with a button to hide it or keep it. */
export interface Mark {
  readonly what: 'face' | 'text'
  /** What was found, in pixels of the picture as it is shown. */
  readonly box: Box
  readonly hidden: boolean
}

/** One state of the work on a picture; every change makes a new one. */
export interface Edit {
  readonly marks: readonly Mark[]
  /** Drawn by hand, in order, over the marks. */
  readonly drawn: readonly Region[]
  readonly style: Style
  readonly smaller: boolean
}

export const DEFAULT_STYLE: Style = { kind: 'sticker', sticker: 'leaf' }
/** The longer side of what is sent smaller. */
const SMALLER_PIXELS = 1600

/** A cover is larger than what was found: hair and ears tell, too. */
const FACE_MARGIN = { sides: 0.22, up: 0.25, down: 0.22 }
const TEXT_MARGIN = { sides: 0.08, up: 0.2, down: 0.2 }

/** Returns the state before anything was changed: every face is hidden, so that one press keeps one. */
export function firstEdit(faces: readonly Box[], style: Style = DEFAULT_STYLE): Edit {
  return { marks: faces.map((box) => ({ what: 'face', box, hidden: true })), drawn: [], style, smaller: false }
}

/** Returns the edit with one mark hidden or kept, whichever it was not. */
export function toggled(edit: Edit, at: number): Edit {
  return { ...edit, marks: edit.marks.map((mark, place) => (place === at ? { ...mark, hidden: !mark.hidden } : mark)) }
}

/** Returns the edit with every mark of a kind hidden, or kept. */
export function all(edit: Edit, what: Mark['what'], hidden: boolean): Edit {
  return { ...edit, marks: edit.marks.map((mark) => (mark.what === what ? { ...mark, hidden } : mark)) }
}

/** Returns the edit with the texts that were found, all of them hidden; texts from before go. */
export function withTexts(edit: Edit, boxes: readonly Box[]): Edit {
  const faces = edit.marks.filter(({ what }) => what === 'face')
  return { ...edit, marks: [...faces, ...boxes.map((box): Mark => ({ what: 'text', box, hidden: true }))] }
}

/** Does the edit hide anything? What was drawn and then erased counts as hidden: nobody can tell without looking. */
export function hidesAnything({ marks, drawn }: Edit): boolean {
  return marks.some(({ hidden }) => hidden) || drawn.some(({ shape }) => shape !== 'erase')
}

/** Returns what is to be done with a picture of this size. */
export function orderOf({ marks, drawn, style, smaller }: Edit, picture: Sized): HideOrder {
  const found = marks.filter(({ hidden }) => hidden).map((mark) => regionOf(mark, picture))
  const { width, height } = picture
  return { width, height, regions: [...found, ...drawn], style, longSide: smaller ? SMALLER_PIXELS : null }
}

/** What hides a mark: an ellipse over a face, a rectangle over a text. */
function regionOf({ what, box }: Mark, picture: Sized): Region {
  if (what === 'text') return { shape: 'rectangle', box: grown(box, TEXT_MARGIN, picture) }
  return { shape: 'ellipse', box: grown(box, FACE_MARGIN, picture) }
}
