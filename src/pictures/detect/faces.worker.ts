import { serveCalls } from '../../workers/serve-calls'
import { ENGINE_FILES } from './engine-files'
import type { FaceCalls } from './face-finder'
import { findFaces, type Model, type RunModel } from './find-faces'
import { levelsOf } from './levels'
import { startModels } from './litert'
import { packaged } from './packaged'
import { provideWasm } from './wasm-library'

// The engine would ask for a graphics card that it is not to use.
Object.defineProperty(navigator, 'gpu', { value: undefined })

async function start(): Promise<RunModel> {
  const models = (model: Model) => packaged(ENGINE_FILES[model])
  provideWasm(await packaged(ENGINE_FILES.wasm))
  return startModels(models)
}

// While the first photo is decoded.
const started = start()
started.catch(() => undefined)

serveCalls<FaceCalls>({
  async faces(file) {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    try {
      const { width, height } = picture
      const levelAt = levelsOf(picture)
      return { width, height, faces: await findFaces({ width, height }, levelAt, await started) }
    } finally {
      picture.close()
    }
  },
})
