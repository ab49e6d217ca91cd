import type { Content, Part } from '../core/part'
import { MAX_PROFILE_BYTES, withoutScreen } from './icc'

/**
 * In formats that find bytes by their offset: the part, or, when bytes `start` to `end` in it are a colour profile that
 * identifies a screen, one that goes and says what stands in its place.
 */
export async function markedIfOfScreen(part: Part, start: number, end: number): Promise<Part> {
  const { content } = part
  if (content.kind !== 'slice' || start > end || end - start > MAX_PROFILE_BYTES) return part
  const neutral = withoutScreen(await content.source.read(start, end))
  if (!neutral) return part
  const replacement: Content[] = [
    { ...content, end: start },
    { kind: 'bytes', bytes: neutral },
    { ...content, start: end },
  ]
  return { ...part, name: `${part.name} of a screen`, replacementName: part.name, replacement }
}
