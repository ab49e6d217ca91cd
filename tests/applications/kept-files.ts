import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

const MEDIA = /\.(jpe?g|png|webp|mp4|mov)$/i

/** Every picture and film under a folder, thumbnails included: they are made of what was sent. */
export const mediaUnder = (folder: string): Promise<string[]> => filesUnder(folder, MEDIA)

/** Every file under a folder whose name fits; none where there is no such folder yet. */
export async function filesUnder(folder: string, name: RegExp): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}
