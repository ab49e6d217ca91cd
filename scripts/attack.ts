/**
 * Tries pages made up from a seed against the built extension: `npm run attack -- --count 1000 --seed 1 --browser firefox`. With
 * `--from 1000` it goes on where such a run ended; with `--together 4` as many ways to read look at one choice, which is four times as fast.
 */
import { parseArgs } from 'node:util'
import { runAttack, serveAttack } from '../tests/attack/run-attack'
import { BROWSERS } from '../tests/support/browsers'
import { startLocalSite } from '../tests/support/local-site/local-site'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    tabs: { type: 'string', default: '4' },
    together: { type: 'string', default: '1' },
    browser: { type: 'string' },
    only: { type: 'string', default: '' },
    patience: { type: 'string', default: '1' },
    minutes: { type: 'string' },
  },
})

const site = await startLocalSite()
serveAttack(site)
let bad = 0
for (const kind of BROWSERS) {
  if (values.browser && values.browser !== kind.name) continue
  const started = Date.now()
  const { tried, leaks, boxed, lost, without, unopened, dead } = await runAttack(kind, site, {
    count: Number(values.count),
    from: Number(values.from),
    tabs: Number(values.tabs),
    together: Number(values.together),
    seed: Number(values.seed),
    only: values.only,
    patience: Number(values.patience),
    ...(values.minutes && { minutes: Number(values.minutes) }),
    say: console.log,
  })
  console.log(
    `${kind.name}, seed ${values.seed} from ${values.from}: ${tried} combinations in ${Math.round((Date.now() - started) / 1000)} s\n` +
      `  originals seen before an answer: ${leaks.length}\n` +
      `  asked by the browser's own box: ${boxed.length}\n` +
      `  choices lost: ${lost.length}\n` +
      `  pages that got no file after the answer: ${without.length}\n` +
      `  pickers that opened in the control only: ${unopened.length}\n` +
      `  dead combinations, where no page sees a file without the extension either: ${dead.length}`,
  )
  bad += leaks.length + lost.length + without.length
}
await site.close()
process.exitCode = bad > 0 ? 1 : 0
