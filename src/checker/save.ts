/** A place on disk that takes a stream: only some browsers have such a picker, and TypeScript's DOM does not know it. */
interface SavePicker {
  showSaveFilePicker?(options: {
    suggestedName: string
  }): Promise<{ createWritable(): Promise<WritableStream<Uint8Array>> }>
}

/** Saves through the browser's own downloads. */
export function save(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The download has its own reference by the next minute; the blob could be gigabytes.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/**
 * Asks where a stream shall go, if the browser can ask; must be called from a click. The answer writes the stream there;
 * where no place can be asked for, the stream is gathered and goes to the downloads. Null when the parent cancelled.
 */
export async function placeFor(
  name: string,
): Promise<((stream: Response, signal: AbortSignal) => Promise<void>) | null> {
  const { showSaveFilePicker } = window as Window & SavePicker
  if (!showSaveFilePicker) return async (stream) => save(await stream.blob(), name)
  try {
    const handle = await showSaveFilePicker.call(window, { suggestedName: name })
    return async (stream, signal) => {
      await stream.body?.pipeTo(await handle.createWritable(), { signal })
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null
    throw error
  }
}
