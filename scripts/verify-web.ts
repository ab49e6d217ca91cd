/**
 * Says whether what a host serves is what was built here: `npm run verify -- https://school.example/pausephoto/`. Compares each
 * file with .output/web/SHA256SUMS, and says which headers are not those of docs/hosting.md. Exit status: 0 all the same, 1 something differs, 2 it could not be compared, 64 wrong usage.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { HEADERS } from '../web/host-headers'
import { parseSums, SUMS, sha256 } from './checksums'
import { ROOT } from './run'

/** Read by the server, never served by it. */
const NOT_SERVED = new Set(['.htaccess', '_headers'])

const [address, ...others] = process.argv.slice(2)
if (!address || others.length > 0 || !URL.canParse(address)) exit(64, 'usage: npm run verify -- ADDRESS')
const sums = join(ROOT, '.output/web', SUMS)
if (!existsSync(sums))
  exit(2, 'There is no .output/web to compare with. Run npm run build:web on the same version first.')
const base = address.endsWith('/') ? address : `${address}/`
const differing: string[] = []
const expected = [...parseSums(readFileSync(sums, 'utf8'))].filter(([path]) => !NOT_SERVED.has(path))
for (const [path, hash] of expected) {
  const problem = await compare(new URL(path, base), hash)
  if (problem) differing.push(`${path}: ${problem}`)
}
for (const line of await headersOf(new URL('index.html', base))) console.log(line)
for (const line of differing) console.log(line)
if (differing.length === 0) exit(0, `All ${expected.length} files are what was built here.`)
exit(1, `${differing.length} of ${expected.length} files differ.`)

async function compare(file: URL, hash: string): Promise<string | null> {
  try {
    const response = await fetch(file)
    if (!response.ok) return `the host answers ${response.status}`
    return sha256(new Uint8Array(await response.arrayBuffer())) === hash ? null : 'has another content'
  } catch (error) {
    return exit(2, `${file.href} could not be read: ${error instanceof Error ? (error.cause ?? error.message) : error}`)
  }
}

/** Returns a line for each header that does not arrive as it should; without them the page works, but others may frame it. */
async function headersOf(page: URL): Promise<string[]> {
  const { headers } = await fetch(page)
  return Object.entries(HEADERS).flatMap(([name, wanted]) => {
    const sent = headers.get(name)
    if (sent === wanted) return []
    return sent === null ? `${name}: is not sent` : `${name}: has another value`
  })
}

function exit(status: number, sentence: string): never {
  console.log(sentence)
  process.exit(status)
}
