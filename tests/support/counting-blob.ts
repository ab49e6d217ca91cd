/** A Blob that counts the bytes that are read from it, not those that are only referred to. */
export class CountingBlob extends Blob {
  bytesRead = 0

  override slice(start?: number, end?: number): Blob {
    const piece = super.slice(start, end)
    const read = piece.arrayBuffer.bind(piece)
    piece.arrayBuffer = () => {
      this.bytesRead += piece.size
      return read()
    }
    return piece
  }
}
