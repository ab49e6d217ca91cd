/** More than any caption a person reads; what is longer is cut with an ellipsis. */
const MAX_TEXT_LENGTH = 2000

/** C0 and C1 controls but tab and line feed, byte-order marks, and the marks that turn text round or hide it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
const INVISIBLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g

/** Text from a file as it may be shown: what cannot be seen is gone, ends are trimmed, length is bounded. Markup stays text. */
export function displayText(text: string): string {
  const seen = text
    .slice(0, 4 * MAX_TEXT_LENGTH)
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .trim()
  return seen.length > MAX_TEXT_LENGTH ? `${seen.slice(0, MAX_TEXT_LENGTH).trimEnd()}…` : seen
}

/** Whether two texts say the same to a reader. */
export function comparisonKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** As many of one kind as are told; more are a bomb or a catalogue, and a hundred make the point. */
export const MAX_TEXTS = 100

/** Each text once, the first spelling kept, empty ones dropped; no more than {@link MAX_TEXTS}. */
export function distinct(texts: readonly string[]): string[] {
  const seen = new Map<string, string>()
  for (const text of texts) {
    if (seen.size === MAX_TEXTS) break
    const key = comparisonKey(text)
    if (key !== '' && !seen.has(key)) seen.set(key, text)
  }
  return [...seen.values()]
}

/** Text in UTF-8, or in what was usual before where it is not UTF-8; up to the first NUL. */
export function decode(bytes: Uint8Array, before: 'windows-1252' | 'macintosh' = 'windows-1252'): string {
  const end = bytes.indexOf(0)
  const text = end < 0 ? bytes : bytes.subarray(0, end)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(text)
  } catch {
    return new TextDecoder(before).decode(text)
  }
}
