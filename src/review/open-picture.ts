/** A picture that was decoded, the right way up. */
export interface OpenedPicture {
  readonly width: number
  readonly height: number
  readonly image: CanvasImageSource
  close(): void
}

/**
 * Decodes a picture to look at it. Call it in a Worker.
 * @throws when the browser cannot show it, or read it any more.
 */
export async function openPicture(file: Blob): Promise<OpenedPicture> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const { width, height } = image
  return { width, height, image, close: () => image.close() }
}
