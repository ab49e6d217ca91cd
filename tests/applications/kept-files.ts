import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const MEDIA = /\.(jpe?g|png|webp|mp4|mov)$/i

/** Every picture and film under a folder, thumbnails included: they are made of what was sent. */
export async function mediaUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && MEDIA.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}
