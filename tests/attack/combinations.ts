import { Random } from '../fuzz/random'

const DIMENSIONS = ['realm', 'place', 'opening', 'reading', 'change', 'moment', 'trick'] as const
const ANSWERS = ['clean', 'cancel', 'send-as-is'] as const

export type Combination = Readonly<Record<(typeof DIMENSIONS)[number], string>> & {
  readonly number: number
  readonly answer: (typeof ANSWERS)[number]
  readonly browser: 'chromium' | 'firefox'
}

/** What the attacking page knows: every name, and which combinations mean something. */
export interface Page {
  readonly names: Readonly<Record<(typeof DIMENSIONS)[number], readonly string[]>>
  /** Why a combination means nothing; null for one that does. */
  unfit(all: readonly Combination[]): Promise<readonly (string | null)[]>
  /** For each combination its own reading and the first of its list that can look at the same choice, `most` in all. */
  together(
    all: readonly Combination[],
    readings: readonly (readonly string[])[],
    most: number,
  ): Promise<readonly (readonly string[])[]>
}

/** In how many of ten combinations a dimension is at its plainest: what is wrong with a plain page shows there. */
const PLAIN: Partial<Record<(typeof DIMENSIONS)[number], number>> = { realm: 5, change: 5, trick: 8 }

/** Combinations that differ in how the page reads, and in nothing else: one choice and one question try them all. */
export type Together = readonly [Combination, ...Combination[]]

/**
 * Makes combinations from a seed, the same ones each time, `most` of them together. Each name of a dimension comes once before any comes
 * twice, so that a few already hold all of them.
 */
export async function combinations(
  { names, unfit: whyUnfit, together }: Page,
  browser: Combination['browser'],
  seed: number,
  count: number,
  most: number,
): Promise<Together[]> {
  const random = new Random(`${seed} ${browser}`)
  const decks = new Map<string, string[]>()
  const draw = (dimension: (typeof DIMENSIONS)[number]) => {
    const [plain = '', ...others] = names[dimension]
    if (random.below(10) < (PLAIN[dimension] ?? 0)) return plain
    const deck = decks.get(dimension) ?? []
    if (deck.length === 0) deck.push(...shuffled(PLAIN[dimension] ? others : names[dimension], random))
    decks.set(dimension, deck)
    return deck.pop() ?? plain
  }
  const found: Together[] = []
  let left = count
  for (let number = 0; left > 0; ) {
    const drawn = Array.from({ length: 100 }, () => ({
      ...(Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, draw(dimension)])) as Record<
        (typeof DIMENSIONS)[number],
        string
      >),
      number: number++,
      answer: random.below(10) < 7 ? ('clean' as const) : random.pick(ANSWERS),
      browser,
    }))
    const unfit = await whyUnfit(drawn)
    const fit = drawn.filter((_, at) => unfit[at] === null)
    const companions = most > 1 ? fit.map(() => shuffled(names.reading, random)) : fit.map(() => [])
    const readings = await together(fit, companions, most)
    for (const [at, one] of fit.entries()) {
      const others = (readings[at] ?? []).slice(1, left).map((reading) => ({ ...one, reading, number: number++ }))
      if (left > 0) found.push([one, ...others])
      left -= 1 + others.length
    }
  }
  return found
}

function shuffled(names: readonly string[], random: Random): string[] {
  const order = [...names]
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.below(at + 1)
    const [one, two] = [order[at], order[other]]
    if (one !== undefined && two !== undefined) {
      order[at] = two
      order[other] = one
    }
  }
  return order
}

/** One line that says a combination. */
export const told = (one: Combination): string =>
  `#${one.number} ${one.answer}: ${DIMENSIONS.map((dimension) => one[dimension]).join(' | ')}`
