import type { Review } from './read-for-page'
import { reviewedFiles } from './reviewed-files'

type Read = (formats?: unknown) => Promise<ClipboardItem[]>

/** Returns what a page may have of the clipboard: the contents of each item, by type. `formats` is what the page called it with. */
export async function readClipboard(formats: unknown, review: Review): Promise<Record<string, Blob>[] | 'unavailable'> {
  const { clipboard } = navigator
  const items = await (clipboard.read as Read).call(clipboard, formats)
  const contents = await Promise.all(items.map((item) => Promise.all(item.types.map((type) => contentOf(item, type)))))
  const all = contents.flat()
  const files = await reviewedFiles(
    all.map(({ file }) => file),
    review,
  )
  if (files === 'unavailable') return files
  const blobsOf = (types: readonly Content[]) =>
    types.flatMap((content) => {
      const file = files[all.indexOf(content)]
      // A Blob, as the browser gives it, not a File.
      return file ? [[content.type, file.slice(0, file.size, content.blob.type)] as const] : []
    })
  return contents.map((types) => Object.fromEntries(blobsOf(types))).filter((item) => Object.keys(item)[0])
}

interface Content {
  readonly type: string
  readonly blob: Blob
  readonly file: File
}

/** A format of the web's own is called `web image/jpeg`; only such a picture is given as it was written. */
async function contentOf(item: ClipboardItem, type: string): Promise<Content> {
  const blob = await item.getType(type)
  return { type, blob, file: new File([blob], 'image.png', { type: blob.type.replace(/^web /, '') }) }
}
