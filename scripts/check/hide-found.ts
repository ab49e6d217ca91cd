import { randomInt } from 'node:crypto'
import { type Edit, firstEdit, orderOf, withTexts } from '../../src/pictures/editor/edit'
import { hidePicture } from '../../src/pictures/hide/hide-picture'
import type { Engine } from '../../src/review/engine-contract'
import { facesIn } from './faces-in-node'
import type { Hideable } from './options'
import { textIn } from './text-in-node'

export interface Hidden {
  /** How many of each were found and hidden. */
  readonly counts: Partial<Record<Hideable, number>>
  /** Null when nothing was found: then the file is cleaned like any other. */
  readonly copy: File | null
}

/** Without a canvas, a picture that is not changed in place is not changed at all. */
async function noCanvas(): Promise<never> {
  throw new Error('only JPEG and PNG can be changed here')
}

/**
 * Hides every face, or text, found in a JPEG or PNG.
 * @returns null when the picture could not be looked at or changed, or the engine found something in the result.
 */
export async function hideFound(file: File, what: readonly Hideable[], engine: Engine): Promise<Hidden | null> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const faces = what.includes('faces') ? await facesIn(bytes) : null
    const text = what.includes('text') ? await textIn(bytes) : null
    const picture = faces ?? text
    if (!picture) throw new Error('nothing to hide')
    const edit: Edit = withTexts(firstEdit(faces?.faces.map(({ box }) => box) ?? []), text?.boxes ?? [])
    const counts = {
      ...(faces && { faces: faces.faces.length }),
      ...(text && { text: text.boxes.length }),
    }
    if (edit.marks.length === 0) return { counts, copy: null }
    const random = () => randomInt(2 ** 32) / 2 ** 32
    const { file: copy } = await hidePicture(file, orderOf(edit, picture), noCanvas, random)
    const proof = await engine.inspect(copy)
    const proved = proof.outcome !== 'cannot-check' && proof.findings.every(({ kind }) => kind === 'file-name')
    return proved ? { counts, copy } : null
  } catch {
    return null
  }
}
