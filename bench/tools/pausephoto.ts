import { fileFrom } from '../../src/bridge/recipe'
import { FORMATS } from '../../src/formats'
import { createEngine } from '../../src/review/engine'
import type { Tool } from '../tool'

/** Without the decoder that looks at the result, because the peers have none; the walk that proves it is part of it. */
const engine = createEngine({ decode: async () => 'cannot-tell' })

export const pausePhoto: Tool = {
  name: 'PausePhoto',
  formats: FORMATS.map(({ name }) => name),
  async clean(bytes) {
    const file = new File([bytes], 'photo')
    const cleaning = await engine.clean(file)
    if (cleaning.outcome === 'refused') throw new Error(cleaning.reason)
    return new Uint8Array(await fileFrom(cleaning.recipe, file).arrayBuffer())
  },
}
