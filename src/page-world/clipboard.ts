import type { Pause } from './pause'
import { type View, wrap } from './wrap'

type Contents = Record<string, Blob>

/** `navigator.clipboard.read()`: the guard reads in the page's place, and the page gets items made of what is left. */
export function watchClipboard(pause: Pause, view: View): void {
  const { clipboard } = view.navigator
  if (!clipboard) return
  const NativeItem = view.ClipboardItem
  const itemsOf = (left: unknown) => (left as readonly Contents[]).map((contents) => new NativeItem(contents))
  wrap(
    view.Clipboard,
    (self, args, native) => (self === clipboard ? pause.read('paste', args[0], native, itemsOf) : native(null)),
    'read',
  )
}
