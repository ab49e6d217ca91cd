/** The bytes are not what the format's specification allows. Every parser ends in parts or in this, never in another error. */
export class Malformed extends Error {
  override readonly name = 'Malformed'
}
