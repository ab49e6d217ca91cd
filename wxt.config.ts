import { defineConfig } from 'wxt'
import { bareScripts } from './scripts/bare-scripts'
import { compileWords } from './scripts/compile-words'
import { engineAssets, faceEngine } from './scripts/face-engine'
import { demo } from './src/sites/demo'
import { LISTED } from './src/sites/listed'
import { contentScriptMatches } from './src/sites/match-pattern'

/** Firefox 140 is the first desktop version that knows `data_collection_permissions`; Android followed with 142. */
const firefox = {
  browser_specific_settings: {
    gecko: {
      id: 'pausephoto@pausephoto.example',
      strict_min_version: '140.0',
      data_collection_permissions: { required: ['none' as const] },
    },
    gecko_android: { strict_min_version: '142.0' },
  },
}

const chrome = {
  minimum_chrome_version: '126',
  // Without these two, pages that isolate themselves (COEP) leave the pause page without its Worker.
  cross_origin_embedder_policy: { value: 'require-corp' },
  cross_origin_opener_policy: { value: 'same-origin' },
  // To take one picture from the page's memory, asked for only then. Firefox has no such interface.
  optional_permissions: ['pageCapture' as const],
  // What a school can set by policy. Firefox reads policies without one.
  storage: { managed_schema: 'managed-schema.json' },
}

/** No address outside the package can be reached from our pages, whatever a photo's metadata holds. */
const CSP = [
  "default-src 'none'",
  // WebAssembly finds faces in a photo; it is compiled from a file of the package, and scripts stay as they were.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "worker-src 'self'",
  // 'self' is the package: from there the same Worker reads what it compiles.
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** The editor of what a picture shows is loaded when it is asked for, though several pages do. */
const SHARED = /^(?!.*\/src\/pictures\/(?:editor\/(?!hide-panel|album-panel|use-loaded|still)|hide\/(?!hider)))/

const ICONS = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/${size}.png`]))

const FRAMED = ['pause.html', 'relay.html']
/** For every site, because a parent can add any. Firefox makes our address up for each profile: no page knows it. */
const forFirefox = [{ resources: FRAMED, matches: ['<all_urls>'] }]
/**
 * Chrome's address is the same for everybody: only listed sites can ask for it. Elsewhere our pages have an address that is
 * made up for each session; sites that isolate themselves block that one, so the listed ones get the fixed one too.
 */
const forChrome = (matches: string[]) => [
  { resources: FRAMED, matches },
  { resources: FRAMED, matches: ['<all_urls>'], use_dynamic_url: true },
]

export default defineConfig({
  srcDir: '.',
  publicDir: 'public',
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: ({ browser }) => ({
    define: { FOR_FIREFOX: JSON.stringify(browser === 'firefox') },
    plugins: [bareScripts(), compileWords()],
    build: { target: 'es2022', modulePreload: { polyfill: false } },
    // The engine's Worker loads rarely needed decoders only when a file asks for them.
    // Its name is known to public/assets/start-engine.js.
    worker: {
      format: 'es' as const,
      plugins: () => [faceEngine()],
      rollupOptions: { output: { entryFileNames: 'assets/[name].js' } },
    },
  }),
  hooks: {
    'build:publicAssets': (_, files) => {
      files.push(...engineAssets())
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ inputPath }) => inputPath.endsWith('.html'))) return
      const output = config.build?.rollupOptions?.output
      if (!output || Array.isArray(output)) throw new Error('one output of the pages is expected')
      // One file for what several pages use: a browser takes milliseconds for each, and the parent waits for the pause page.
      output.codeSplitting = { groups: [{ name: 'shared', minShareCount: 2, test: SHARED }] }
    },
  },
  manifest: ({ browser, mode }) => {
    const matches = contentScriptMatches(mode === 'demo' ? [...LISTED, demo] : LISTED)
    const everywhere = {
      matches,
      run_at: 'document_start' as const,
      all_frames: true,
      match_about_blank: true,
      match_origin_as_fallback: true,
    }
    return {
      name: '__MSG_name__',
      description: '__MSG_description__',
      default_locale: 'en',
      icons: ICONS,
      action: { default_title: '__MSG_name__', default_icon: ICONS },
      // storage: settings and counts. activeTab: the popup says whether this page is watched. scripting: added sites.
      // contextMenus: a line in the menu for pictures; browsers ask nobody about it, and Firefox does not know it as optional.
      permissions: ['storage', 'activeTab', 'scripting', 'contextMenus'],
      host_permissions: matches,
      optional_host_permissions: ['*://*/*'],
      content_scripts: [
        { ...everywhere, js: ['page-world.js'], world: 'MAIN' as const },
        { ...everywhere, js: ['guard.js'] },
      ],
      web_accessible_resources: browser === 'firefox' ? forFirefox : forChrome(matches),
      content_security_policy: { extension_pages: CSP },
      ...(browser === 'firefox' ? firefox : chrome),
    }
  },
})
