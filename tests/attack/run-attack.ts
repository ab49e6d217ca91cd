import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserKind } from '../support/browsers'
import type { LocalSite } from '../support/local-site/local-site'
import { type Combination, combinations, type Page, type Together, told } from './combinations'
import { type Driver, openTabs } from './driver'
import { originals } from './original'
import { serveAttack } from './serve'
import { Attack, type Outcome } from './try-combination'

export interface Plan {
  readonly seed: number
  readonly count: number
  /** Of the combinations of the seed, how many to leave out first; none unless told. */
  readonly from?: number
  /** How many ways to read look at one choice; 1 unless told. What they miss together is tried one by one. */
  readonly together?: number
  /** How many tabs are at work at once: while one waits, for a frame or for its question, another goes on. */
  readonly tabs: number
  /** Only combinations whose line fits this expression. */
  readonly only?: string
  /** How many times longer than on a quiet machine to wait for a question and for its answer; 1 unless told. */
  readonly patience?: number
  /** Minutes after which no further combination is begun. */
  readonly minutes?: number
  /** Called with each combination that is not as it should be. */
  readonly say?: (line: string) => void
}

export interface Result {
  readonly tried: number
  /** Combinations in which the page saw an original before the answer, or without one. */
  readonly leaks: readonly string[]
  /** Combinations in which the browser's own box asked, as where the guard was silent for too long, and was told not to send. */
  readonly boxed: readonly string[]
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

/**
 * Tries the combinations of a seed in a browser with the extension. What does not end as it should is tried in one without, which
 * is started for the first of them.
 */
export async function runAttack({ name, start }: BrowserKind, site: LocalSite, plan: Plan): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'pausephoto-attack-'))
  const photo = await originals(folder)
  const result = {
    tried: 0,
    leaks: [] as string[],
    boxed: [] as string[],
    lost: [] as string[],
    without: [] as string[],
    unopened: [] as string[],
    dead: [] as string[],
  }
  const address = site.address('www.instagram.com', '/attack/page/index.html')
  const closing: (() => Promise<void>)[] = []
  const open = async (extension: boolean, count: number) => {
    const browser = await start({ extension })
    closing.unshift(browser.close)
    const opened = await openTabs(browser, count)
    closing.unshift(opened.close)
    // Firefox finds a tab to drop something on by its address.
    return Promise.all(
      opened.drivers.map((driver, tab) => openTab(driver, `${address}?tab=${tab}`, plan.patience ?? 1)),
    )
  }
  let controls: Promise<ReturnType<typeof createPool<Tab>>> | undefined
  const control = async (combination: Combination, file: string) => {
    controls ??= open(false, Math.ceil(plan.tabs / 2)).then(createPool)
    const lend = await controls
    return lend((free) => free.use(combination, (attack) => attack.control(combination, file)))
  }
  try {
    const tabs = await open(true, plan.tabs)
    const all = await planned(tabs[0], name, plan)
    const tryOne = async (tab: Tab, combination: Combination) => {
      const file = await photo(combination.number)
      let plain: Promise<Outcome> | undefined
      const controlled = () => {
        plain ??= control(combination, file)
        return plain
      }
      const isDead = async () => !hasSeen(await controlled())
      const outcome = await tab.use(combination, (attack) => attack.try([combination], file, isDead))
      const without = isAsItShouldBe(combination, outcome) ? null : await controlled()
      const verdict = without && judge(combination, outcome, without)
      await plain
      result.tried++
      if (!verdict) return
      const line = `${verdict} ${told(combination)}${explain(outcome, without)}`
      result[verdict].push(line)
      plan.say?.(line)
      if (verdict !== 'dead') tab.spoil()
    }
    /** Those that look at one choice; what is not as it should be with them is tried alone. */
    const tryAll = async (tab: Tab, all: Together) => {
      const [first] = all
      if (all.length === 1) return tryOne(tab, first)
      const file = await photo(first.number)
      const isUnopened = async () => tab.driver.picked() === 0 && !/^(drop|paste)/.test(first.opening)
      const outcome = await tab.use(first, (attack) => attack.try(all, file, isUnopened))
      if (leaks(first, outcome)) {
        const line = `leaks ${all.map(told).join('\n  and ')}${explain(outcome, null)}`
        result.leaks.push(line)
        plan.say?.(line)
      } else if (!all.every((one) => isAsItShouldBe(one, outcome))) {
        tab.spoil()
        for (const one of all) await tryOne(tab, one)
        return
      }
      result.tried += all.length
    }
    const left = all.values()
    const end = Date.now() + (plan.minutes ?? Number.POSITIVE_INFINITY) * 60_000
    await Promise.all(
      tabs.map(async (tab) => {
        for (const together of left) {
          if (Date.now() > end) break
          await tryAll(tab, together)
        }
      }),
    )
  } finally {
    for (const close of closing) await close()
    await rm(folder, { recursive: true })
  }
  return result
}

/** The combinations of the plan, in their order. */
async function planned(tab: Tab | undefined, name: Browser['name'], plan: Plan): Promise<Together[]> {
  if (!tab) throw new Error('no tab')
  const { driver } = tab
  const page: Page = {
    names: await driver.evaluate<Page['names']>('attack.names'),
    unfit: (all) => driver.evaluate<(string | null)[]>(`attack.unfit(${JSON.stringify(all)})`),
    together: (...asked) =>
      driver.evaluate<string[][]>(`attack.together(${asked.map((one) => JSON.stringify(one)).join(', ')})`),
  }
  const { from = 0, count, seed, only = '', together = 1 } = plan
  let before = from
  const all = await combinations(page, name, seed, from + count, together)
  return all.filter((some) => {
    before -= some.length
    return before < 0 && some.some((one) => new RegExp(only).test(told(one)))
  })
}

interface Tab {
  readonly driver: Driver
  /** Does the work on a page that no earlier combination spoilt. */
  use(combination: Combination, work: (attack: Attack) => Promise<Outcome>): Promise<Outcome>
  /** The next combination gets a fresh page. */
  spoil(): void
}

async function openTab(driver: Driver, address: string, patience: number): Promise<Tab> {
  const attack = new Attack(driver, address, patience)
  await attack.fresh()
  let rounds = 0
  return {
    driver,
    async use(combination, work) {
      if (rounds >= ROUNDS_A_PAGE) {
        await attack.fresh()
        rounds = 0
      }
      rounds += spoilsPage(combination) ? ROUNDS_A_PAGE : 1
      return work(attack)
    },
    spoil() {
      rounds = ROUNDS_A_PAGE
    },
  }
}

/** Lends each of them to one after the other. */
function createPool<T>(all: readonly T[]): <U>(work: (one: T) => Promise<U>) => Promise<U> {
  const idle = [...all]
  const waiting: ((one: T) => void)[] = []
  return async (work) => {
    const one = idle.pop() ?? (await new Promise<T>((resolve) => waiting.push(resolve)))
    try {
      return await work(one)
    } finally {
      const next = waiting.shift()
      if (next) next(one)
      else idle.push(one)
    }
  }
}

type Verdict = 'leaks' | 'boxed' | 'lost' | 'without' | 'unopened' | 'dead'

/** The page itself cannot be used again: a trick is played on the window of the realm alone. */
const spoilsPage = ({ trick, realm }: Combination) => (trick !== 'none' && realm === 'top') || realm.startsWith('popup')

const hasSeen = ({ seen }: Outcome) => seen.some(({ original }) => original)

/** The page saw the original before the parent said so. */
function leaks({ answer }: Combination, { seen, answered }: Outcome): boolean {
  const allowed = answer === 'send-as-is' ? (answered[0]?.at ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY
  return seen.some(({ original, at }) => original && at < allowed)
}

/**
 * The parent was asked, and the page then got the file that was answered, or none. It has shown that it can see files, or at least that
 * one was chosen; any other combination is tried without the extension.
 */
function isAsItShouldBe(combination: Combination, outcome: Outcome): boolean {
  const { answer } = combination
  const [first] = outcome.answered
  if (leaks(combination, outcome) || !first || first.surprise) return false
  if (answer === 'cancel') return true
  const own = ({ reading }: Outcome['seen'][number]) => reading === null || reading === combination.reading
  return outcome.seen.some((one) => own(one) && one.original === (answer === 'send-as-is'))
}

function judge(combination: Combination, outcome: Outcome, plain: Outcome): Verdict | null {
  if (leaks(combination, outcome)) return 'leaks'
  if (!hasSeen(plain)) return 'dead'
  if (outcome.pickers < plain.pickers && outcome.seen.length === 0) return 'unopened'
  if (outcome.confirms > 0) return 'boxed'
  if (outcome.answered.length === 0 || outcome.answered[0]?.surprise) return 'lost'
  return combination.answer === 'cancel' ? null : 'without'
}

function explain(outcome: Outcome, plain: Outcome | null): string {
  const seen = outcome.seen.map(({ how, original }) => `${how}${original ? ' (original)' : ''}`).join(', ')
  const parts = [
    seen && `saw: ${seen}`,
    `pickers ${outcome.pickers}/${plain?.pickers ?? '?'}`,
    outcome.confirms > 0 && `confirm() ${outcome.confirms}`,
    outcome.answered[0]?.surprise && `showed: ${outcome.answered[0].surprise.slice(0, 80)}`,
    outcome.problem && `problem: ${outcome.problem}`,
    plain?.problem && plain.problem !== outcome.problem && `control's problem: ${plain.problem}`,
  ]
  return `\n    ${parts.filter(Boolean).join('; ')}`
}

/** The site that the attack needs. */
export { serveAttack }
