import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import type { LocalSite } from '../support/local-site/local-site'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const PAGES = join(HERE, 'pages')
const BUNDLES = join(HERE, 'node_modules', '.bundles')
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' }
/** Parts of pages, no pages. */
const SHARED = ['where', 'jquery']

/** Installs the libraries if they are missing and bundles one page for each; takes minutes the first time. */
export async function bundleLibraries(): Promise<void> {
  if (!existsSync(join(HERE, 'node_modules', 'svelte'))) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: HERE,
      stdio: 'inherit',
      shell: true,
    })
  }
  const names = readdirSync(PAGES)
    .filter((file) => extname(file) === '.js')
    .map((file) => basename(file, '.js'))
  await build({
    configFile: false,
    root: HERE,
    logLevel: 'error',
    plugins: [svelteFiles, reactOfItsOwn],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: BUNDLES,
      emptyOutDir: true,
      chunkSizeWarningLimit: 10_000,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(
          names.filter((name) => !SHARED.includes(name)).map((name) => [name, join(PAGES, `${name}.js`)]),
        ),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[hash].js', assetFileNames: '[name][extname]' },
      },
    },
  })
}

const svelteFiles: Plugin = {
  name: 'svelte-files',
  async transform(code, id) {
    if (!id.endsWith('.svelte')) return null
    const { compile } = await import(join(HERE, 'node_modules', 'svelte', 'src', 'compiler', 'index.js'))
    return (compile(code, { filename: id }) as { js: { code: string } }).js.code
  },
}

/** An older react-dom beside the newest asks for `react`, and has to get the one of its own age. */
const reactOfItsOwn: Plugin = {
  name: 'react-of-its-own',
  enforce: 'pre',
  resolveId(source, importer) {
    return source === 'react' && importer?.includes('/react-dom-18/') ? this.resolve('react-18', importer) : null
  },
}

/** Serves every page as /served/<library>.html, with the recorder before all of its scripts. */
export function serveLibraries(site: LocalSite): void {
  const files = readdirSync(BUNDLES)
  for (const file of files) {
    site.serve(`/served/${file}`, TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(join(BUNDLES, file)))
    const name = basename(file, '.js')
    if (name === file || name.startsWith('chunk-')) continue
    const style = files.includes(`${name}.css`) ? `<link rel="stylesheet" href="${name}.css">` : ''
    site.serve(
      `/served/${name}.html`,
      'text/html; charset=utf-8',
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title>${style}
       <script src="/recorder.js"></script><div id="root"></div><script type="module" src="${name}.js"></script></html>`,
    )
  }
}
