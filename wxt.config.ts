import { compileWords } from './scripts/compile-words'
import { contentScriptMatches } from './src/sites'
import { defineConfig } from 'wxt'

/** Firefox 140 is the first desktop version that knows `data_collection_permissions`; Android followed with 142. */
const gecko = {
  id: 'pausephoto@pausephoto.example',
  strict_min_version: '140.0',
  data_collection_permissions: { required: ['none'] },
}

export default defineConfig({
  srcDir: '.',
  publicDir: 'public',
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [compileWords()], build: { target: 'es2022' } }),
})
