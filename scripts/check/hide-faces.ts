import { randomInt } from 'node:crypto'
import { firstEdit, orderOf } from '../../src/pictures/editor/edit'
import { hidePicture } from '../../src/pictures/hide/hide-picture'
import type { Engine } from '../../src/review/engine-contract'
import { facesIn } from './faces-in-node'

export interface FacesHidden {
  readonly faces: number
  /** Null when no face was found: then the file is cleaned like any other. */
  readonly copy: File | null
}

/** Without a canvas, a picture that is not changed in place is not changed at all. */
async function noCanvas(): Promise<never> {
  throw new Error('only JPEG and PNG can be changed here')
}

/**
 * Hides every face found in a JPEG or PNG.
 * @returns null when the picture could not be looked at or changed, or the engine found something in the result.
 */
export async function hideFaces(file: File, engine: Engine): Promise<FacesHidden | null> {
  try {
    const found = await facesIn(new Uint8Array(await file.arrayBuffer()))
    if (found.faces.length === 0) return { faces: 0, copy: null }
    const order = orderOf(firstEdit(found.faces.map(({ box }) => box)), found)
    const { file: copy } = await hidePicture(file, order, noCanvas, () => randomInt(2 ** 32) / 2 ** 32)
    const proof = await engine.inspect(copy)
    const proved = proof.outcome !== 'cannot-check' && proof.findings.every(({ kind }) => kind === 'file-name')
    return proved ? { faces: found.faces.length, copy } : null
  } catch {
    return null
  }
}
