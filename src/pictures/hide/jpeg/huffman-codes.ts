/** Huffman codes for writing, and the table that says them in a file; ITU-T T.81 Annex C, §K.2. */
export interface HuffmanCodes {
  readonly codes: Uint16Array
  /** 0 for a symbol that does not occur. */
  readonly lengths: Uint8Array
  /** Sixteen numbers of codes and the symbols in their order, as in a DHT segment. */
  readonly definition: readonly number[]
}

const MAX_LENGTH = 16

/**
 * Makes the shortest codes for symbols that occur so often. One code of only ones is left out, as the standard demands.
 * @param frequencies how often each of 256 symbols occurs; when none does, symbol 0 has a code.
 */
export function codesFor(frequencies: Uint32Array): HuffmanCodes {
  const counts = limited(lengthCounts(frequencies))
  const symbols = [...frequencies.keys()]
    .filter((symbol) => (frequencies[symbol] ?? 0) > 0)
    .sort((a, b) => (frequencies[b] ?? 0) - (frequencies[a] ?? 0) || a - b)
  if (symbols.length === 0) symbols.push(0)
  const codes = new Uint16Array(256)
  const lengths = new Uint8Array(256)
  let code = 0
  let at = 0
  for (let length = 1; length <= MAX_LENGTH; length++) {
    for (let left = counts[length] ?? 0; left > 0; left--, code++, at++) {
      const symbol = symbols[at] ?? 0
      codes[symbol] = code
      lengths[symbol] = length
    }
    code <<= 1
  }
  return { codes, lengths, definition: [...counts.slice(1, MAX_LENGTH + 1), ...symbols] }
}

/** How many codes have each length, in a tree in which one more symbol, the rarest, has the longest code. */
function lengthCounts(frequencies: Uint32Array): number[] {
  interface Node {
    readonly weight: number
    readonly symbols: readonly number[]
  }
  const depth = new Map<number, number>()
  const RESERVED = 256
  let nodes: Node[] = [...frequencies].flatMap((weight, symbol) => (weight > 0 ? [{ weight, symbols: [symbol] }] : []))
  if (nodes.length === 0) nodes = [{ weight: 1, symbols: [0] }]
  nodes.push({ weight: 0, symbols: [RESERVED] })
  while (nodes.length > 1) {
    nodes.sort((a, b) => b.weight - a.weight)
    const rarest = nodes.splice(-2)
    const symbols = rarest.flatMap((node) => node.symbols)
    for (const symbol of symbols) depth.set(symbol, (depth.get(symbol) ?? 0) + 1)
    nodes.push({ weight: rarest.reduce((sum, { weight }) => sum + weight, 0), symbols })
  }
  const counts: number[] = []
  for (const length of depth.values()) counts[length] = (counts[length] ?? 0) + 1
  return Array.from(counts, (count) => count ?? 0)
}

/** Codes longer than 16 bits move up (§K.2, figure K.3); then the reserved one, among the longest, goes. */
function limited(counts: number[]): number[] {
  const count = (length: number) => counts[length] ?? 0
  for (let length = counts.length - 1; length > MAX_LENGTH; length--) {
    while (count(length) > 0) {
      let shorter = length - 2
      while (count(shorter) === 0) shorter--
      counts[length] = count(length) - 2
      counts[length - 1] = count(length - 1) + 1
      counts[shorter + 1] = count(shorter + 1) + 2
      counts[shorter] = count(shorter) - 1
    }
  }
  let longest = Math.min(MAX_LENGTH, counts.length - 1)
  while (longest > 0 && count(longest) === 0) longest--
  counts[longest] = count(longest) - 1
  return Array.from({ length: MAX_LENGTH + 1 }, (_, length) => count(length))
}
