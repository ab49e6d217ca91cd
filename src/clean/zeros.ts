import type { Part } from '../formats/part'

/** Bytes that are looked at in one go. */
const STEP = 1024 * 1024

/** Whether every byte of a part is zero. */
export async function isAllZeros({ content }: Part): Promise<boolean> {
  if (content.kind === 'zeros') return true
  if (content.kind === 'bytes') return content.bytes.every((byte) => byte === 0)
  for (let at = content.start; at < content.end; at += STEP) {
    const bytes = await content.source.read(at, Math.min(at + STEP, content.end))
    if (!bytes.every((byte) => byte === 0)) return false
  }
  return true
}
