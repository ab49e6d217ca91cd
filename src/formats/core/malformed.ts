/** The bytes are not what the format's specification allows. Every parser ends in parts or in this, never in another error. */
export class Malformed extends Error {
  override readonly name: string = 'Malformed'
}

/** A file of another kind in this format's clothes, such as a RAW photo in a TIFF: we say that we do not know it, not that it is broken. */
export class NotThisFormat extends Malformed {
  override readonly name: string = 'NotThisFormat'
}

/** A good file that holds what cannot be judged here (a script, a part of an unknown kind) or not be taken out without harm to what is seen. */
export class Uncheckable extends Malformed {
  override readonly name: string = 'Uncheckable'
}
