import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readWithExifTool } from './exiftool'

/** The tags that say where a photo was taken, as ExifTool reads them from the bytes a server received. */
export async function placeTags(bytes: Buffer): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pausephoto-received-'))
  try {
    const path = join(folder, 'received')
    await writeFile(path, bytes)
    const tags = await readWithExifTool(path)
    return Object.keys(tags).filter((name) => /:GPS|Location|^GPS/i.test(name))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
