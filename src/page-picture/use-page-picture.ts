import { useEffect, useState } from 'preact/hooks'
import { capture } from './capture'
import type { PagePicture } from './picture'
import { redeemPicture } from './picture-tickets'
import { readInPage } from './read-in-page'

export type Reading =
  /** No picture was asked about, or it was looked at before the page was loaded again. */
  | { readonly state: 'none' }
  | { readonly state: 'reading' | 'read' }
  /** It cannot be had without a request; `after` is what became of the attempt to take it from the browser's memory. */
  | { readonly state: 'away'; readonly picture: PagePicture; readonly after: 'refused' | 'missing' | null }

/** Reads the picture with this name, from the page it is in, and gives it to `found`. */
export function usePagePicture(name: string | null, found: (file: File) => void) {
  const [reading, setReading] = useState<Reading>({ state: name === null ? 'none' : 'reading' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture is read once, whatever is drawn meanwhile.
  useEffect(() => {
    if (name === null) return
    void readOnce(name).then(({ picture, file }) => {
      if (file) found(file)
      if (file || !picture) setReading({ state: file ? 'read' : 'none' })
      else setReading({ state: 'away', picture, after: null })
    })
  }, [name])

  const readFromMemory = async (picture: PagePicture) => {
    const captured = await capture(picture)
    if (captured.outcome === 'read') {
      found(captured.file)
      setReading({ state: 'read' })
    } else setReading({ state: 'away', picture, after: captured.outcome })
  }
  return { reading, readFromMemory }
}

async function readOnce(name: string): Promise<{ readonly picture: PagePicture | null; readonly file: File | null }> {
  const picture = await redeemPicture(name, Date.now())
  return { picture, file: picture && (await readInPage(picture)) }
}
