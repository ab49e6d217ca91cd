import { afterAll, beforeAll, expect, it } from 'vitest'
import { runAttack, serveAttack } from '../attack/run-attack'
import { BROWSERS } from '../support/browsers'
import { type LocalSite, startLocalSite } from '../support/local-site/local-site'

let site: LocalSite
beforeAll(async () => {
  site = await startLocalSite()
  serveAttack(site)
})
afterAll(() => site?.close())

/** `npm run attack` tries thousands. */
const COUNT = 100
const SEED = 3
/** How many ways to read look at one choice: the question is what costs. */
const TOGETHER = 4
/** Several at once starve the tests that run beside this one. */
const TABS = 1
/** Nothing waits longer for it where all is well. */
const PATIENCE = 6

it.each(BROWSERS)(
  'none of the pages made up from a seed sees an original in $name',
  { timeout: 600_000 },
  async (kind) => {
    const plan = { seed: SEED, count: COUNT, together: TOGETHER, tabs: TABS, patience: PATIENCE }
    const { tried, leaks, lost, without, dead } = await runAttack(kind, site, plan)
    expect(leaks).toEqual([])
    expect(lost).toEqual([])
    expect(without).toEqual([])
    expect(tried).toBe(COUNT)
    // Where most pages see nothing without the extension either, nothing was tried.
    expect(dead.length).toBeLessThan(COUNT / 2)
  },
)
