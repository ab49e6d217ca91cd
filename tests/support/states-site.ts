import { readFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { build } from 'vite'
import { compileWords } from '../../scripts/compile-words'
import type { LocalSite } from './local-site/local-site'

const ROOT = resolve('tests/states')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
}

/** Builds tests/states from the source of the pages and serves it under /states/ of the local site. */
export async function serveStates(site: LocalSite): Promise<void> {
  const built = await build({
    configFile: false,
    root: ROOT,
    base: '/states/',
    publicDir: false,
    logLevel: 'error',
    plugins: [compileWords()],
    build: { write: false, target: 'es2022', minify: false },
  })
  if (!('output' in built)) throw new Error('one build was asked for')
  for (const file of built.output) {
    const body = file.type === 'chunk' ? file.code : Buffer.from(file.source)
    site.serve(`/states/${file.fileName}`, TYPES[extname(file.fileName)] ?? 'application/octet-stream', body)
  }
  site.serve('/states/fake-extension.js', 'text/javascript', await readFile(join(ROOT, 'fake-extension.js')))
  site.serve('/states/icons/48.png', 'image/png', await readFile(resolve('web/public/icons/48.png')))
  for (const size of [16, 32, 48, 128])
    site.serve(`/icons/${size}.png`, 'image/png', await readFile(resolve(`public/icons/${size}.png`)))
}
