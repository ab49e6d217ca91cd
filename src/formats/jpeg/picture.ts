import { fresh, lengthOf, type Part, type PictureRole } from '../core/part'

/** The parts of one stream of the file. */
export interface Picture {
  /** Undefined for the first picture. */
  readonly role: PictureRole | undefined
  /** With which the names of its parts begin: nothing for the first picture, the role and a slash for others. */
  readonly prefix: string
  readonly parts: readonly Part[]
}

/** Marker 0xFF, code, 16-bit length. */
export const SEGMENT_HEAD = 4

/** The parts of each picture; several pictures of one role follow each other, each beginning with SOI. */
export function picturesIn(parts: readonly Part[]): Picture[] {
  const found: { role: PictureRole | undefined; prefix: string; parts: Part[] }[] = []
  for (const part of parts) {
    const { role } = part
    const prefix = role === undefined ? '' : `${role}/`
    if (part.name === `${prefix}SOI`) found.push({ role, prefix, parts: [] })
    const last = found.at(-1)
    if (last && last.role === role) last.parts.push(part)
  }
  return found
}

/** Bytes of the parts together. */
export function total(parts: readonly Part[]): number {
  return parts.reduce((sum, part) => sum + lengthOf(part), 0)
}

/** What stands behind marker and length of a segment that comes from the file. */
export async function payloadOfPart({ content }: Part): Promise<Uint8Array> {
  if (content.kind !== 'slice') return new Uint8Array(0)
  const { source, start, end } = content
  return source.read(Math.min(start + SEGMENT_HEAD, end), end)
}

/** A segment of marker, length (which counts itself) and payload; T.81 §B.1.1.4. */
export function segment(name: string, code: number, bytes: Uint8Array): Part {
  const length = bytes.length + 2
  return fresh(name, Uint8Array.from([0xff, code, length >> 8, length & 0xff, ...bytes]))
}
