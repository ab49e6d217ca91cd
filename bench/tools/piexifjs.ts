import { peer, type Tool } from '../tool'

const { default: piexif } = await peer<{ default: { remove(binary: string): string } }>('piexifjs')

export const piexifjs: Tool = {
  name: 'piexifjs 1.0.6',
  formats: ['jpeg'],
  async clean(bytes) {
    return Buffer.from(piexif.remove(Buffer.from(bytes).toString('latin1')), 'latin1')
  },
}
