import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { compileFunction } from 'node:vm'
import sharp from 'sharp'
import { ENGINE_FILES } from '../../src/pictures/detect/engine-files'
import { FINE_LEVEL, findFaces, LEVELS, type RunModel, sizeAt } from '../../src/pictures/detect/find-faces'
import type { FoundFaces } from '../../src/pictures/detect/found-faces'
import type { Pixels } from '../../src/pictures/detect/tiles'
import { ENGINE_SCRIPT, ENGINE_SOURCES } from '../face-engine'

/** What the engine's loader looks for in the global scope of a Worker. */
interface WorkerScope {
  self?: unknown
  importScripts?: () => void
  ModuleFactory?: unknown
  Module?: object
}

let started: Promise<RunModel> | undefined

/**
 * Returns the faces found in a picture, with the engine and the models of the extension.
 * @throws when sharp cannot decode it.
 */
export async function facesIn(bytes: Uint8Array): Promise<FoundFaces> {
  started ??= start()
  const picture = await sharp(bytes)
    .rotate()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = picture.info
  const levels = await levelsOf({ width, height, data: picture.data })
  const levelAt = (longSide: number): Pixels => {
    const level = levels.get(longSide)
    if (!level) throw new Error(`no level ${longSide}`)
    return level
  }
  return { width, height, faces: await findFaces({ width, height }, levelAt, await started) }
}

async function levelsOf(picture: Pixels): Promise<ReadonlyMap<number, Pixels>> {
  const levels = new Map<number, Pixels>()
  let last = picture
  for (const longSide of [FINE_LEVEL, ...LEVELS]) {
    const { width, height } = sizeAt(picture, longSide)
    const raw = { raw: { width: last.width, height: last.height, channels: 4 } } as const
    const data = await sharp(last.data, raw).resize(width, height, { fit: 'fill' }).raw().toBuffer()
    last = { width, height, data }
    levels.set(longSide, last)
  }
  return levels
}

/** Node has none of what the engine loads itself with, so it finds its script loaded already. */
async function start(): Promise<RunModel> {
  const bytesOf = (file: string) => {
    const source = ENGINE_SOURCES.find(({ to }) => to === file)
    if (!source) throw new Error(`no ${file}`)
    return readFile(source.path)
  }
  const scope = globalThis as WorkerScope
  const quiet = () => undefined
  scope.self = globalThis
  scope.importScripts = quiet
  // A classic script in a package of modules: neither import nor require gives what it defines.
  scope.ModuleFactory = compileFunction(`${await readFile(ENGINE_SCRIPT, 'utf8')}\nreturn ModuleFactory`, [
    'require',
    '__filename',
    '__dirname',
  ])(createRequire(import.meta.url), ENGINE_SCRIPT, dirname(ENGINE_SCRIPT))
  scope.Module = { wasmBinary: await bytesOf(ENGINE_FILES.wasm), print: quiet, printErr: quiet }
  const { startModels } = await import('../../src/pictures/detect/litert')
  return withoutWarnings(() => startModels(async (model) => new Uint8Array(await bytesOf(ENGINE_FILES[model]))))
}

/** The engine says on the console that it has no graphics card, which it is not to use. */
async function withoutWarnings<T>(work: () => Promise<T>): Promise<T> {
  const { warn, error } = console
  console.warn = () => undefined
  console.error = () => undefined
  try {
    return await work()
  } finally {
    console.warn = warn
    console.error = error
  }
}
