/**
 * Writes invented names, places, mail addresses, dates and serial numbers into every text tag that ExifTool can write, in every format, and
 * says what becomes of them: named to the parent, gone without a word, or left in the cleaned copy, which is a failure.
 */
import { parseArgs } from 'node:util'
import { closeExifTool } from '../tests/support/exiftool'
import {
  endInjection,
  INVENTED,
  type Invented,
  inject,
  type Verdict,
  verdictsOn,
  writableTags,
} from '../tests/support/injection'
import { injectionBases } from '../tests/support/injection-bases'

const { values } = parseArgs({
  options: {
    format: { type: 'string', multiple: true },
    kind: { type: 'string', multiple: true },
    group: { type: 'string' },
  },
})

/** Tags in one file: as many texts as are told of one photo. */
const TAGS_PER_FILE = 100

const tags = (await writableTags()).filter(({ group }) => !values.group || group.startsWith(values.group))
const bases = (await injectionBases()).filter(({ format }) => !values.format || values.format.includes(format))
const kinds = INVENTED.filter((kind) => !values.kind || values.kind.includes(kind))
console.log(`${tags.length} tags of ${new Set(tags.map(({ group }) => group)).size} groups, ${bases.length} files`)

type Counts = Record<Verdict, number>
const groups = new Map<string, Counts>()
const left: string[] = []

for (const base of bases) {
  const before = Date.now()
  const wanted = tags.filter(({ group }) => base.takes(group))
  for (const kind of kinds)
    for (let at = 0; at < wanted.length; at += TAGS_PER_FILE)
      await tryOut(base, kind, wanted.slice(at, at + TAGS_PER_FILE))
  console.error(`${base.name}: ${Math.round((Date.now() - before) / 1000)} s`)
}
await closeExifTool()
endInjection()
report()

async function tryOut(base: (typeof bases)[number], kind: Invented, some: typeof tags): Promise<void> {
  const injected = some.map((tag, index) => inject(tag, kind, index))
  const verdicts = await verdictsOn(await base.bytes(), base.format, base.extension, injected)
  verdicts.forEach((verdict, index) => {
    const tag = injected[index]?.tag
    if (!tag) return
    const row = `${base.format.padEnd(5)} ${tag.group.replace(/\d+$/, '')}`
    const counts = groups.get(row) ?? { 'not written': 0, named: 0, gone: 0, left: 0 }
    counts[verdict]++
    groups.set(row, counts)
    if (verdict === 'left') left.push(`${base.name} ${tag.group}:${tag.name} ${kind}`)
  })
}

function report(): void {
  const total: Counts = { 'not written': 0, named: 0, gone: 0, left: 0 }
  const line = (name: string, { named, gone, left: stays }: Counts) =>
    `${name.padEnd(30)}${[named + gone + stays, named, gone, stays].map((count) => String(count).padStart(9)).join('')}`
  console.log(`${''.padEnd(30)}${['written', 'named', 'gone', 'left'].map((head) => head.padStart(9)).join('')}`)
  for (const [name, counts] of [...groups].sort(([a], [b]) => a.localeCompare(b))) {
    for (const verdict of ['not written', 'named', 'gone', 'left'] as const) total[verdict] += counts[verdict]
    if (counts.named + counts.gone + counts.left > 0) console.log(line(name, counts))
  }
  console.log(line('all', total))
  for (const sentence of left) console.log(`LEFT ${sentence}`)
  process.exitCode = left.length > 0 ? 1 : 0
}
