import type { HideAlbumProps } from './hide-album'
import { useLoaded } from './use-loaded'

/** The album, loaded when it is first needed. */
export function AlbumPanel(props: HideAlbumProps) {
  const Album = useLoaded(() => import('./hide-album').then(({ HideAlbum }) => HideAlbum), props.back)
  return Album && <Album {...props} />
}
