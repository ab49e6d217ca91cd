import { serveCalls } from '../../workers/serve-calls'
import { TEXT_FILES } from './engine-files'
import { findText, type RunTextModel, textSizeOf } from './find-text'
import { drawnAt } from './levels'
import { startTextModel } from './onnxruntime'
import { packaged } from './packaged'
import type { TextCalls } from './text-finder'

const start = async (): Promise<RunTextModel> =>
  startTextModel(await packaged(TEXT_FILES.wasm), await packaged(TEXT_FILES.model))

// While the first photo is decoded.
const started = start()
started.catch(() => undefined)

serveCalls<TextCalls>({
  async text(file) {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    try {
      const { width, height } = picture
      const pixels = drawnAt(picture, textSizeOf(picture))
      return { width, height, boxes: await findText({ width, height }, pixels, await started) }
    } finally {
      picture.close()
    }
  },
})
