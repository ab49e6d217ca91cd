import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { compileWords } from '../scripts/compile-words'
import { engineAssets, faceEngine } from '../scripts/face-engine'
import { CSP } from './csp'
import { HIDING_FOLDER, HIDING_LIST, type HidingFiles, type HidingLists, type HidingPart } from './hiding-files'
import { HEADERS } from './host-headers'
import { SHARE_ADDRESS, SHARE_FIELD } from './share-target'

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** The policy also stands in the page, for hosts whose headers nobody can set. */
function policyInPage(): Plugin {
  return {
    name: 'policy-in-page',
    transformIndexHtml: () => [
      { tag: 'meta', injectTo: 'head-prepend', attrs: { 'http-equiv': 'Content-Security-Policy', content: CSP } },
    ],
  }
}

/** The licences of what the page is made of, beside the page. */
function notice(): Plugin {
  return {
    name: 'notice',
    generateBundle() {
      const source = readFileSync(path('../public/NOTICE.txt'))
      this.emitFile({ type: 'asset', fileName: 'NOTICE.txt', source })
    },
  }
}

/** What finds and hides faces lies in a folder of its own, which is not loaded before somebody asks for it. */
const folderOf = ({ moduleIds }: { readonly moduleIds: readonly string[] }) =>
  moduleIds.some((id) => /\/src\/pictures\/(?:editor\/hide-editor|hide\/(?!hider)|detect\/(?!face-finder))/.test(id)) &&
  moduleIds.every((id) => !id.includes('/web/'))
    ? HIDING_FOLDER
    : 'assets/'

const TEXT_CODE = 'text-'

/** The code of the Worker that finds text has a name of its own, by which it is told from the other Workers'. */
const nameOf = ({ moduleIds }: { readonly moduleIds: readonly string[] }) =>
  moduleIds.some((id) => id.includes('/detect/find-text')) ? `${TEXT_CODE}[name]` : '[name]'

/** What finds text is a Worker and its engine; the editor, and what hides, come with what finds faces. */
const partOf = (path: string): HidingPart => (/^pictures\/(?:text|onnxruntime)\b/.test(path) ? 'text' : 'faces')

/** Puts the models beside the code that runs them, and lists what there is to load. */
function hidingFiles(): Plugin {
  return {
    name: 'hiding-files',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const found = Object.values(bundle)
          .filter(({ fileName }) => fileName.startsWith(HIDING_FOLDER))
          .map((file) => [file.fileName, Buffer.from(file.type === 'asset' ? file.source : file.code)] as const)
        const models = engineAssets().map(
          ({ absoluteSrc, relativeDest }) => [relativeDest, readFileSync(absoluteSrc)] as const,
        )
        for (const [fileName, source] of models) this.emitFile({ type: 'asset', fileName, source })
        const all = [...found, ...models]
        const filesOf = (part: HidingPart): HidingFiles => {
          const revision = createHash('sha256')
          const files = all.flatMap(([path, content]) => {
            if (partOf(path) !== part) return []
            revision.update(path).update(content)
            return { path, bytes: content.length }
          })
          return { part, revision: revision.digest('hex').slice(0, 16), files }
        }
        const lists = { faces: filesOf('faces'), text: filesOf('text') } satisfies HidingLists
        this.emitFile({ type: 'asset', fileName: HIDING_LIST, source: JSON.stringify(lists) })
      },
    },
  }
}

export default defineConfig({
  root: path('.'),
  // Any folder of any host.
  base: './',
  publicDir: path('./public'),
  define: { FOR_FIREFOX: 'false' },
  resolve: {
    alias: [
      { find: 'wxt/utils/storage', replacement: path('./ports/storage.ts') },
      { find: 'wxt/browser', replacement: path('./ports/browser.ts') },
    ],
  },
  plugins: [
    compileWords(),
    policyInPage(),
    notice(),
    hidingFiles(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '.',
      filename: 'service-worker.ts',
      injectRegister: null,
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,png,svg,txt,webmanifest,json,pack,wasm}'],
        // Fetched when first pressed, or all at once when the person asks for it.
        globIgnores: [`${HIDING_FOLDER}**`],
        maximumFileSizeToCacheInBytes: 8 * 1024 * 1024,
      },
      manifest: {
        id: './',
        start_url: './',
        scope: './',
        name: 'PausePhoto',
        short_name: 'PausePhoto',
        description: 'Says what a photo gives away, and takes it out, on this device.',
        display: 'standalone',
        background_color: '#f4f3ef',
        theme_color: '#0b655a',
        icons: [
          { src: './icons/192.png', sizes: '192x192', type: 'image/png' },
          { src: './icons/512.png', sizes: '512x512', type: 'image/png' },
          { src: './icons/maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        share_target: {
          action: `./${SHARE_ADDRESS}`,
          method: 'POST',
          enctype: 'multipart/form-data',
          params: { files: [{ name: SHARE_FIELD, accept: ['image/*', 'video/*'] }] },
        },
      },
    }),
  ],
  worker: {
    format: 'es',
    plugins: () => [compileWords(), faceEngine()],
    // WebKit evaluates the script of a module Worker a second time when a chunk imports it: two engines, two answers to each call.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: 'worker-code', tags: ['$initial'], test: /(?<!\.worker\.ts)$/ }] },
        entryFileNames: (chunk) => `${folderOf(chunk)}[name]-[hash].js`,
        chunkFileNames: (chunk) => `${folderOf(chunk)}${nameOf(chunk)}-[hash].js`,
      },
    },
  },
  build: {
    outDir: path('../.output/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        chunkFileNames: (chunk) => `${folderOf(chunk)}[name]-[hash].js`,
        assetFileNames: ({ names: [name] }) =>
          `${name === 'hide-editor.css' ? HIDING_FOLDER : 'assets/'}[name]-[hash][extname]`,
      },
    },
  },
  preview: { host: '127.0.0.1', port: 4180, headers: { ...HEADERS } },
})
