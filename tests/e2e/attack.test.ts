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
const COUNT = 12
const SEED = 3

it.each(BROWSERS)(
  'none of the pages made up from a seed sees an original in $name',
  { timeout: 600_000 },
  async (kind) => {
    const { tried, leaks, lost, dead } = await runAttack(kind, site, { seed: SEED, count: COUNT })
    expect(leaks).toEqual([])
    expect(lost).toEqual([])
    expect(tried).toBe(COUNT)
    // Where most pages see nothing without the extension either, nothing was tried.
    expect(dead.length).toBeLessThan(COUNT / 2)
  },
)
