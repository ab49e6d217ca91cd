import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { ENGINE_FILES } from '../src/pictures/detect/engine-files'

const require = createRequire(import.meta.url)
const LITERT = dirname(require.resolve('@litertjs/core/package.json'))
const MODELS = dirname(require.resolve('@mediapipe/face_detection/package.json'))

/** The detector's files where npm puts them, and what they hold: another build of either would have to be measured again. */
export const ENGINE_SOURCES = [
  {
    path: join(LITERT, 'wasm/litert_wasm_compat_internal.wasm'),
    to: ENGINE_FILES.wasm,
    sha256: '5255c8ad06eabdbd2522cdebf6b22fc10faf74625c23a49b9e072570cd1fa41c',
  },
  {
    path: join(MODELS, 'face_detection_full_range_sparse.tflite'),
    to: ENGINE_FILES.sparse,
    sha256: '671dd2f9ed11a78436fc21cc42357a803dfc6f73e9fb86541be942d5716c2dce',
  },
  {
    path: join(MODELS, 'face_detection_full_range.tflite'),
    to: ENGINE_FILES.dense,
    sha256: '99bf9494d84f50acc6617d89873f71bf6635a841ea699c17cb3377f9507cfec3',
  },
] as const

/** The script that comes with the engine, for Node. */
export const ENGINE_SCRIPT = join(LITERT, 'wasm/litert_wasm_compat_internal.js')

/**
 * Returns what goes into the package besides code.
 * @throws when a file is not the one that was measured.
 */
export function engineAssets(): { absoluteSrc: string; relativeDest: string }[] {
  return ENGINE_SOURCES.map(({ path, to, sha256 }) => {
    const found = createHash('sha256').update(readFileSync(path)).digest('hex')
    if (found !== sha256) throw new Error(`${path} is another file than the one that was measured: ${found}`)
    return { absoluteSrc: path, relativeDest: to }
  })
}

const GLUE = 'virtual:litert-glue'
/** Loads the engine's script with a script element or importScripts; a module Worker has neither. */
const LOADER = '@litertjs/wasm-utils'
const OWN_LOADER = fileURLToPath(new URL('../src/pictures/detect/wasm-library.ts', import.meta.url))

/** Vite plugin: LiteRT as modules, without the ways to the network that it has and that we never use. */
export function faceEngine(): Plugin {
  return {
    name: 'face-engine',
    enforce: 'pre',
    resolveId(id) {
      if (id === GLUE) return `\0${GLUE}`
      return id === LOADER ? OWN_LOADER : null
    },
    load(id) {
      if (id !== `\0${GLUE}`) return null
      return `${withoutNetwork(readFileSync(ENGINE_SCRIPT, 'utf8'))}\nexport default ModuleFactory\n`
    },
    transform(code, id) {
      if (!/@litertjs\/core\/dist\/index\.js$/.test(id)) return null
      return { code: withoutNetwork(code), map: null }
    },
  }
}

/** Each call becomes one that fails: the engine is given its bytes, and has nothing to fetch. */
function withoutNetwork(code: string): string {
  return code
    .replace(/\bfetch\(/g, 'unreachable(')
    .replace(/\bnew XMLHttpRequest\b/g, 'unreachable()')
    .replace(/\bXMLHttpRequest\b/g, 'undefined')
    .concat('\nfunction unreachable() { throw new Error("nothing is fetched here") }\n')
}
