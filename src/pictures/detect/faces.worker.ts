import { openPicture } from '../../review/open-picture'
import { serveCalls } from '../../workers/serve-calls'
import { ENGINE_FILES } from './engine-files'
import type { FaceCalls } from './face-finder'
import { type Engine, type HelperCalls, isHelper, startHelper } from './face-helper'
import { findFaces, type LookAtAll } from './find-faces'
import { levelsOf } from './levels'
import { startModels } from './litert'
import { type Look, lookWith } from './look-at-tile'
import { packaged } from './packaged'
import { alone, together } from './share-looks'
import { provideWasm } from './wasm-library'

// The engine would ask for a graphics card that it is not to use.
Object.defineProperty(navigator, 'gpu', { value: undefined })

async function load(): Promise<Engine> {
  const [module, sparse, dense] = await Promise.all([
    packaged(ENGINE_FILES.wasm).then((bytes) => WebAssembly.compile(bytes)),
    packaged(ENGINE_FILES.sparse),
    packaged(ENGINE_FILES.dense),
  ])
  return { module, models: { sparse, dense } }
}

async function lookWithEngine({ module, models }: Engine): Promise<Look> {
  provideWasm(module)
  return lookWith(await startModels(async (model) => models[model]))
}

async function start(): Promise<LookAtAll> {
  const helper = startHelper()
  const engine = await load()
  helper?.start(engine)
  const look = await lookWithEngine(engine)
  return helper ? together(look, helper.look, breathe) : alone(look)
}

const { port1, port2 } = new MessageChannel()

/** Waits for messages that have come: looking itself lets none in. */
const breathe = () =>
  new Promise<void>((resume) => {
    port1.onmessage = () => resume()
    port2.postMessage(null)
  })

let starting: Promise<LookAtAll> | undefined
const started = () => {
  starting ??= start()
  return starting
}
// While the first photo is decoded.
if (!isHelper()) started().catch(() => undefined)

let helping: Promise<Look> | undefined

serveCalls<FaceCalls & HelperCalls>({
  async faces(file, withPicture) {
    const picture = await openPicture(file)
    try {
      const { width, height } = picture
      const levels = levelsOf(picture)
      // The picture is made smaller while the engine still starts.
      const faces = await findFaces({ width, height }, levels.at, async (tiles) => (await started())(tiles))
      return { width, height, faces, ...(withPicture && { shown: levels.shown() }) }
    } finally {
      picture.close()
    }
  },
  async help(engine) {
    helping = lookWithEngine(engine)
    await helping
  },
  async look(cut) {
    if (!helping) throw new Error('no engine yet')
    return (await helping)(cut)
  },
})
