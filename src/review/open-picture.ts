/** A picture that was decoded, the right way up. */
export interface OpenedPicture {
  readonly width: number
  readonly height: number
  readonly image: CanvasImageSource
  close(): void
}

/**
 * Decodes a picture for the screen, or to look at it. Call it in a Worker.
 * @throws when the browser cannot show it, or read it any more.
 */
export async function openPicture(file: Blob): Promise<OpenedPicture> {
  return (decodesForWorkersOnThePage() && (await decodedHere(file))) || openBitmap(file)
}

/**
 * Decodes a picture that is to be coded again: in the way in which the browser shows its colours.
 * @throws when the browser cannot show it, or read it any more.
 */
export async function openBitmap(file: Blob): Promise<OpenedPicture> {
  const image = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const { width, height } = image
  return { width, height, image, close: () => image.close() }
}

/** Gecko decodes a bitmap for a Worker in the page's own thread: a photo of 12 megapixels stops the page for 0.2 s. */
const decodesForWorkersOnThePage = () => /\bGecko\//.test(navigator.userAgent) && typeof ImageDecoder === 'function'

/** The picture by a decoder that runs in the Worker itself; null when that decoder does not take it. */
async function decodedHere(file: Blob): Promise<OpenedPicture | null> {
  // Of a file without a type it throws.
  const isKnown = await ImageDecoder.isTypeSupported(file.type).catch(() => false)
  if (!isKnown) return null
  const decoder = new ImageDecoder({ data: await file.arrayBuffer(), type: file.type })
  try {
    const { image } = await decoder.decode()
    // Turned already, as it is shown.
    const { displayWidth: width, displayHeight: height } = image
    return { width, height, image, close: () => image.close() }
  } catch {
    return null
  } finally {
    decoder.close()
  }
}
