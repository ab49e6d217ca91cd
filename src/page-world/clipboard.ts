import type { Pause } from './pause'
import { wrap } from './wrap'

type Contents = Record<string, Blob>

/** `navigator.clipboard.read()`: the guard reads in the page's place, and the page gets items made of what is left. */
export function watchClipboard(pause: Pause): void {
  const { clipboard } = navigator
  if (!clipboard) return
  const NativeItem = ClipboardItem
  const itemsOf = (left: unknown) => (left as readonly Contents[]).map((contents) => new NativeItem(contents))
  wrap(
    Clipboard,
    (self, args, native) => (self === clipboard ? pause.read('paste', args[0], native, itemsOf) : native(null)),
    'read',
  )
}
