/** Tries pages made up from a seed against the built extension: `npm run attack -- --count 1000 --seed 1 --browser firefox`. */
import { parseArgs } from 'node:util'
import { runAttack, serveAttack } from '../tests/attack/run-attack'
import { BROWSERS } from '../tests/support/browsers'
import { startLocalSite } from '../tests/support/local-site/local-site'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    browser: { type: 'string' },
    only: { type: 'string', default: '' },
  },
})

const site = await startLocalSite()
serveAttack(site)
let bad = 0
for (const kind of BROWSERS) {
  if (values.browser && values.browser !== kind.name) continue
  const started = Date.now()
  const { tried, leaks, lost, without, unopened, dead } = await runAttack(kind, site, {
    count: Number(values.count),
    seed: Number(values.seed),
    only: values.only,
    say: console.log,
  })
  console.log(
    `${kind.name}, seed ${values.seed}: ${tried} combinations in ${Math.round((Date.now() - started) / 1000)} s\n` +
      `  originals seen before an answer: ${leaks.length}\n` +
      `  choices lost: ${lost.length}\n` +
      `  pages that got no file after the answer: ${without.length}\n` +
      `  pickers that opened in the control only: ${unopened.length}\n` +
      `  dead combinations, where no page sees a file without the extension either: ${dead.length}`,
  )
  bad += leaks.length + lost.length + without.length
}
await site.close()
process.exitCode = bad > 0 ? 1 : 0
