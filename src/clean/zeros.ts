import type { Part } from '../formats/core/part'

/** Bytes that are looked at in one go. */
const STEP_BYTES = 1024 * 1024

/** Whether every byte of a part is zero. */
export async function isAllZeros({ content }: Part): Promise<boolean> {
  if (content.kind === 'zeros') return true
  if (content.kind === 'bytes') return hasOnlyZeros(content.bytes)
  const { source } = content
  for (let at = content.start; at < content.end; ) {
    const piece = source.pieceAt?.(at)
    const known = piece?.content.kind === 'zeros'
    const next = Math.min(known ? piece.end : at + STEP_BYTES, content.end)
    if (!known && !hasOnlyZeros(await source.read(at, next))) return false
    at = next
  }
  return true
}

/** Four bytes at a time, because a blanked film can have gigabytes of them. */
function hasOnlyZeros(bytes: Uint8Array): boolean {
  const head = -bytes.byteOffset & 3
  if (bytes.length < head) return bytes.every((byte) => byte === 0)
  const words = new Int32Array(bytes.buffer, bytes.byteOffset + head, (bytes.length - head) >> 2)
  for (const byte of bytes.subarray(0, head)) if (byte !== 0) return false
  for (let at = 0; at < words.length; at++) if (words[at] !== 0) return false
  for (const byte of bytes.subarray(head + words.length * 4)) if (byte !== 0) return false
  return true
}
