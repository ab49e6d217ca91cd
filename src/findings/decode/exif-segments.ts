import type { Pieces } from './payload'

const NAME = 'APP1 Exif'

/**
 * Joins an Exif block that a JPEG holds in several APP1 segments, because one takes 64 KiB only: a segment that does not begin as a
 * TIFF structure does continues the one in front of it.
 */
export async function joinSegments(all: readonly Pieces[]): Promise<readonly Pieces[]> {
  const out: { type: Pieces['type']; parts: Pieces['parts'][number][] }[] = []
  for (const { type, parts } of all) {
    const [part] = parts
    const last = out.at(-1)
    const isNext = part?.part.block.label === NAME && last?.parts.at(-1)?.part.name === part.part.name
    if (isNext && part && last && !(await beginsAsTiff(part))) last.parts.push(part)
    else out.push({ type, parts: [...parts] })
  }
  return out
}

/** TIFF 6.0 §2: the order of bytes, twice the same letter. */
async function beginsAsTiff({ part, source }: Pieces['parts'][number]): Promise<boolean> {
  const { start, end } = part.block
  const [first, second] = await source.read(start, Math.min(start + 2, end))
  return first === second && (first === 0x49 || first === 0x4d)
}
