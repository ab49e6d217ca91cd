import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const HERE = fileURLToPath(new URL('.', import.meta.url))

/** Bundles pages/NAME.js with what it uses into a folder, as page.js and page.css. */
export async function buildPage(name: string, folder: string): Promise<void> {
  await build({
    configFile: false,
    root: HERE,
    logLevel: 'error',
    define: { global: 'globalThis' },
    build: {
      outDir: folder,
      target: 'esnext',
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: { page: `${HERE}pages/${name}.js` },
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  })
}

/** The document that loads such a page. */
export const pageOf = (title: string, style: string): string => `<!doctype html><html lang="en" style="height:100%">
<meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/page.css"><body style="${style}"><div id="root"></div>
<script type="module" src="/page.js"></script></body></html>`
