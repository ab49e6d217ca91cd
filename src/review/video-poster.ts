/** Milliseconds after which a video that shows nothing is given up: some that no decoder knows never say so. */
const POSTER_TIMEOUT_MS = 8000

/**
 * The first frame of a video, the right way up, its larger side at most `size` pixels; null when the browser cannot show
 * it. Decoded by the browser's own player, muted and outside the document; nothing plays. An aborted signal gives null.
 */
export async function posterOf(film: Blob, size: number, signal?: AbortSignal): Promise<ImageBitmap | null> {
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  const address = URL.createObjectURL(film)
  try {
    return (await showsFirstFrame(video, address, signal)) ? draw(video, size) : null
  } finally {
    // Without this the decoder stays until the element is collected.
    video.removeAttribute('src')
    video.load()
    URL.revokeObjectURL(address)
  }
}

function showsFirstFrame(video: HTMLVideoElement, address: string, signal?: AbortSignal): Promise<boolean> {
  const over = new AbortController()
  const on = { signal: over.signal }
  return new Promise<boolean>((resolve) => {
    video.addEventListener('loadeddata', () => resolve(video.videoWidth > 0), on)
    video.addEventListener('error', () => resolve(false), on)
    signal?.addEventListener('abort', () => resolve(false), on)
    const timer = setTimeout(() => resolve(false), POSTER_TIMEOUT_MS)
    over.signal.addEventListener('abort', () => clearTimeout(timer))
    if (signal?.aborted) resolve(false)
    else video.src = address
  }).finally(() => over.abort())
}

/** Null for a video without frames, of which nothing is drawn. */
function draw(video: HTMLVideoElement, size: number): ImageBitmap | null {
  const { videoWidth, videoHeight } = video
  const scale = Math.min(1, size / Math.max(videoWidth, videoHeight))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(videoWidth * scale)),
    Math.max(1, Math.round(videoHeight * scale)),
  )
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(video, 0, 0, canvas.width, canvas.height)
  const [, , , alpha] = context.getImageData(canvas.width / 2, canvas.height / 2, 1, 1).data
  return alpha === 0 ? null : canvas.transferToImageBitmap()
}
