import { peer, type Tool } from '../tool'

interface PicScrub {
  removeMetadata(
    bytes: Uint8Array,
    options: { readonly preserveOrientation: boolean; readonly preserveColorProfile: boolean },
  ): Promise<{ readonly data: Uint8Array }>
}

const { removeMetadata } = await peer<PicScrub>('picscrub')

/** With what it can keep, kept: its defaults lose both. */
export const picscrub: Tool = {
  name: 'picscrub 1.0.0',
  formats: ['jpeg', 'png', 'webp', 'gif', 'tiff', 'heif', 'svg'],
  async clean(bytes) {
    return (await removeMetadata(bytes, { preserveOrientation: true, preserveColorProfile: true })).data
  },
}
