import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserKind } from '../support/browsers'
import type { LocalSite } from '../support/local-site/local-site'
import { type Combination, combinations, type Page, told } from './combinations'
import { driverFor } from './driver'
import { originals } from './original'
import { serveAttack } from './serve'
import { Attack, type Outcome } from './try-combination'

export interface Plan {
  readonly seed: number
  readonly count: number
  /** Only combinations whose line contains this. */
  readonly only?: string
  /** Called with each combination that is not as it should be. */
  readonly say?: (line: string) => void
}

export interface Result {
  readonly tried: number
  /** Combinations in which the page saw an original before the answer, or without one. */
  readonly leaks: readonly string[]
  /** Combinations in which nobody asked, and the page saw nothing: the choice was lost. */
  readonly lost: readonly string[]
  /** Combinations that were answered "take it out" or "as it is", after which the page got no file. */
  readonly without: readonly string[]
  /** Combinations whose picker opened in the control only: a click of the driver that missed, or of the visitor that was swallowed. */
  readonly unopened: readonly string[]
  /** Combinations in which not even a browser without the extension shows the page a file. */
  readonly dead: readonly string[]
}

/** How many combinations share a page. */
const ROUNDS_A_PAGE = 25

/** Tries the combinations of a seed in a browser with the extension, and in one without as the control. */
export async function runAttack({ start }: BrowserKind, site: LocalSite, plan: Plan): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'pausephoto-attack-'))
  const photo = await originals(folder)
  const result = {
    tried: 0,
    leaks: [] as string[],
    lost: [] as string[],
    without: [] as string[],
    unopened: [] as string[],
    dead: [] as string[],
  }
  const browser = await start({ extension: true, allowPopups: true })
  const control = await start({ extension: false, allowPopups: true })
  try {
    const address = site.address('www.instagram.com', '/attack/page/index.html')
    const [held, free] = await Promise.all(
      [browser, control].map(async (one) => {
        const driver = await driverFor(one)
        const attack = new Attack(driver, address, one === browser)
        await attack.fresh()
        return { driver, attack }
      }),
    )
    if (!held || !free) throw new Error('no tab')
    const page: Page = {
      names: await free.driver.evaluate<Page['names']>('attack.names'),
      unfit: (all) => free.driver.evaluate<(string | null)[]>(`attack.unfit(${JSON.stringify(all)})`),
    }
    const all = (await combinations(page, browser.name, plan.seed, plan.count)).filter((one) =>
      told(one).includes(plan.only ?? ''),
    )
    let stale = 0
    let staleControl = 0
    const controlled = async (combination: Combination, file: string) => {
      if (staleControl >= ROUNDS_A_PAGE) {
        await free.attack.fresh()
        staleControl = 0
      }
      staleControl += spoilsPage(combination) ? ROUNDS_A_PAGE : 1
      return free.attack.try(combination, file)
    }
    for (const combination of all) {
      if (stale >= ROUNDS_A_PAGE) {
        await held.attack.fresh()
        stale = 0
      }
      const file = await photo(combination.number)
      const outcome = await held.attack.try(combination, file)
      // A page that got what it was to get has shown that it can see files; any other is tried without the extension.
      const plain = isAsItShouldBe(combination, outcome) ? null : await controlled(combination, file)
      const verdict = plain && judge(combination, outcome, plain)
      result.tried++
      if (verdict) {
        const line = `${verdict} ${told(combination)}${explain(outcome, plain)}`
        result[verdict].push(line)
        plan.say?.(line)
      }
      stale += spoilsPage(combination) || verdict ? ROUNDS_A_PAGE : 1
    }
  } finally {
    await Promise.all([browser.close(), control.close()])
    await rm(folder, { recursive: true })
  }
  return result
}

type Verdict = 'leaks' | 'lost' | 'without' | 'unopened' | 'dead'

/** A page that it was done to cannot be used again. */
const spoilsPage = ({ trick, realm }: Combination) => trick !== 'none' || realm.startsWith('popup')

/** The page saw the original before the parent said so. */
function leaks({ answer }: Combination, { seen, answered }: Outcome): boolean {
  const allowed = answer === 'send-as-is' ? (answered[0]?.at ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
  return seen.some(({ original, at }) => original && at < allowed)
}

/** The parent was asked, and the page then got the file that was answered. */
function isAsItShouldBe(combination: Combination, outcome: Outcome): boolean {
  const { answer } = combination
  const [first] = outcome.answered
  if (leaks(combination, outcome) || !first || first.surprise || answer === 'cancel') return false
  return outcome.seen.some(({ original }) => original === (answer === 'send-as-is'))
}

function judge(combination: Combination, outcome: Outcome, plain: Outcome): Verdict | null {
  if (leaks(combination, outcome)) return 'leaks'
  if (!plain.seen.some(({ original }) => original)) return 'dead'
  if (outcome.pickers < plain.pickers && outcome.seen.length === 0) return 'unopened'
  if (outcome.answered.length === 0 || outcome.answered[0]?.surprise) return 'lost'
  return combination.answer === 'cancel' ? null : 'without'
}

function explain(outcome: Outcome, plain: Outcome): string {
  const seen = outcome.seen.map(({ how, original }) => `${how}${original ? ' (original)' : ''}`).join(', ')
  const parts = [
    seen && `saw: ${seen}`,
    `pickers ${outcome.pickers}/${plain.pickers}`,
    outcome.confirms > 0 && `confirm() ${outcome.confirms}`,
    outcome.answered[0]?.surprise && `showed: ${outcome.answered[0].surprise.slice(0, 80)}`,
    outcome.problem && `problem: ${outcome.problem}`,
    plain.problem && plain.problem !== outcome.problem && `control's problem: ${plain.problem}`,
  ]
  return `\n    ${parts.filter(Boolean).join('; ')}`
}

/** The site that the attack needs. */
export { serveAttack }
