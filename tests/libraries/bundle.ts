import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'
import type { LocalSite } from '../support/local-site/local-site'

const HERE = fileURLToPath(new URL('.', import.meta.url))
/** 'more' holds older editors and further frameworks, which take minutes to install and to try. */
export type Shelf = '' | 'more'
const bundlesOf = (shelf: Shelf) => join(HERE, shelf, 'node_modules', '.bundles')
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' }
/** Parts of pages, no pages. */
const SHARED = ['where', 'jquery']

/** Installs the libraries if they are missing and bundles the pages of this name, or all; takes minutes the first time. */
export async function bundleLibraries(shelf: Shelf = '', only?: readonly string[]): Promise<void> {
  const folder = join(HERE, shelf)
  const pages = join(folder, 'pages')
  if (!existsSync(join(folder, 'node_modules', shelf === '' ? 'trix' : 'ember-source'))) {
    execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: 'inherit',
      shell: true,
    })
  }
  const names = readdirSync(pages)
    .filter((file) => extname(file) === '.js')
    .map((file) => basename(file, '.js'))
    .filter((name) => only?.includes(name) ?? !SHARED.includes(name))
  await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    plugins: [svelteFiles, reactOfItsOwn],
    // Summernote calls it by a name that only some file systems take for it.
    resolve: { alias: { jQuery: 'jquery' } },
    define: { global: 'globalThis', 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: bundlesOf(shelf),
      emptyOutDir: true,
      chunkSizeWarningLimit: 10_000,
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, join(pages, `${name}.js`)])),
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
    const age = /\/slate-react\//.test(importer ?? '') ? '19' : /\/react-dom-(\d+)\//.exec(importer ?? '')?.[1]
    return age && /^react(-dom)?(\/|$)/.test(source) && !importer?.includes('/pages/')
      ? this.resolve(source.replace(/^react(-dom)?/, `$&-${age}`), importer)
      : null
  },
}

/** Serves every page as /served/<library>.html, with the recorder before all of its scripts. */
export function serveLibraries(site: LocalSite, shelf: Shelf = ''): void {
  const bundles = bundlesOf(shelf)
  if (shelf === 'more') {
    serveFolder(site, '/ckeditor4/', join(HERE, shelf, 'node_modules', 'ckeditor4'))
    serveFolder(site, '/ember/', join(HERE, shelf, 'node_modules', 'ember-source', 'dist'))
  }
  const files = readdirSync(bundles)
  for (const file of files) {
    site.serve(`/served/${file}`, TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(join(bundles, file)))
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

/** For a library that loads its parts by itself, or is a script. */
function serveFolder(site: LocalSite, prefix: string, folder: string): void {
  site.handle(prefix, async (_request, response, url) => {
    const path = normalize(join(folder, url.pathname.slice(prefix.length)))
    const found = path.startsWith(folder) && existsSync(path)
    response.writeHead(found ? 200 : 404, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
    response.end(found ? readFileSync(path) : undefined)
  })
}
