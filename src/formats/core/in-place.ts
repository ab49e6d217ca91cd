import { blank, type Part } from './part'

/** What follows the last box or the last byte that anything refers to; the only parts that may go without leaving their length behind. */
export const AFTER_THE_END = 'after the end'

/**
 * The parts of a file whose offsets all stay true: what does not stay is replaced by as many bytes, `instead` of the part
 * or zeros. What follows the end is cut off.
 */
export function blankInPlace(
  parts: readonly Part[],
  stays: (part: Part) => boolean,
  mayBeCut: (part: Part) => boolean,
): Part[] {
  let end = parts.length
  for (let last = parts[end - 1]; last && mayBeCut(last) && !stays(last); last = parts[end - 1]) end--
  return parts.slice(0, end).flatMap((part) => {
    if (stays(part)) return [part]
    if (!part.replacement) return [blank(part)]
    return part.replacement.map((content) => ({ name: part.replacementName ?? part.name, content }))
  })
}
