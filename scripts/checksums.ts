import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The list's own name; `sha256sum --check SHA256SUMS` reads it too. */
export const SUMS = 'SHA256SUMS'

/** Returns the SHA-256 of bytes in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Writes the hashes of all files below a folder into it, sorted by path, with '/' between folders. Returns how many there are. */
export async function writeSums(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path) => path !== SUMS)
    .sort()
  const lines = await Promise.all(paths.map(async (path) => `${sha256(await readFile(join(folder, path)))}  ${path}\n`))
  await writeFile(join(folder, SUMS), lines.join(''))
  return paths.length
}

/** Reads such a list: path → hash. Lines that are none are passed over. */
export function parseSums(text: string): ReadonlyMap<string, string> {
  return new Map([...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, hash = '', path = '']) => [path, hash]))
}
