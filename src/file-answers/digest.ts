import { hexOf } from './hex'

/** Bytes read at each end of a file that is longer than both: a video of gigabytes is not read to be recognised. */
const END_BYTES = 512 * 1024

/**
 * SHA-256, in hexadecimal digits, over the file's length and its first and last half megabyte, which hold what the file
 * says of itself. The name and the date are left out, because a page may wrap the same bytes anew. Null when the file
 * cannot be read any more.
 */
export async function digestOf(file: Blob): Promise<string | null> {
  try {
    const pieces = file.size <= 2 * END_BYTES ? [file] : [file.slice(0, END_BYTES), file.slice(-END_BYTES)]
    const bytes = await new Blob([`${file.size}\n`, ...pieces]).arrayBuffer()
    return hexOf(await crypto.subtle.digest('SHA-256', bytes))
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
