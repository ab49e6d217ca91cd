import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { compileWords } from '../scripts/compile-words'
import { CSP } from './csp'
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
    VitePWA({
      strategies: 'injectManifest',
      srcDir: '.',
      filename: 'service-worker.ts',
      injectRegister: null,
      injectManifest: {
        globPatterns: ['**/*.{html,js,css,png,svg,txt,webmanifest,json,pack,wasm}'],
        // Fetched when first pressed, or all at once when the person asks for it.
        globIgnores: ['models/**'],
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
    plugins: () => [compileWords()],
    // WebKit evaluates the script of a module Worker a second time when a chunk imports it: two engines, two answers to each call.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: 'worker-code', tags: ['$initial'], test: /(?<!\.worker\.ts)$/ }] } },
    },
  },
  build: { outDir: path('../.output/web'), emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
  preview: { host: '127.0.0.1', port: 4180, headers: { ...HEADERS } },
})
