import { fileFrom, type Recipe } from '../src/bridge/recipe'
import type { Row } from '../src/checker/worklist'
import type { Engine } from '../src/review/engine-contract'

/** Larger files stay on the disk: a phone has little memory. */
const MAX_IN_MEMORY_BYTES = 64 * 1024 * 1024

/**
 * Returns the copy of a row's file, looked into once more as it will be handed on; null when none can be given. WebKit reads a Blob
 * that is put together from slices of a file on the disk wrongly or never, so the copy is one run of bytes.
 */
export async function checkedCopyOf(
  { file, inspection }: Row,
  engine: Engine,
  signal: AbortSignal,
): Promise<File | null> {
  signal.throwIfAborted()
  if (!inspection || inspection.outcome === 'cannot-check') return null
  const cleaning = await engine.clean(file, signal)
  if (cleaning.outcome === 'refused') return null
  if (!cleaning.changed && inspection.outcome === 'nothing-found') return file
  if (file.size > MAX_IN_MEMORY_BYTES) return fileFrom(cleaning.recipe, file)
  const copy = inOneRun(cleaning.recipe, new Uint8Array(await file.arrayBuffer()))
  const again = await engine.inspect(copy, signal)
  return again.outcome === 'nothing-found' && again.format === inspection.format ? copy : null
}

/** Returns the file that the recipe makes of the original's bytes, as one run of bytes in memory. */
function inOneRun({ name, type, size, pieces }: Recipe, original: Uint8Array): File {
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    if (piece.kind === 'slice') bytes.set(original.subarray(piece.start, piece.end), at)
    else if (piece.kind === 'bytes')
      bytes.set(
        Uint8Array.from(piece.bytes, (byte) => byte.charCodeAt(0)),
        at,
      )
    at += piece.kind === 'slice' ? piece.end - piece.start : piece.kind === 'bytes' ? piece.bytes.length : piece.length
  }
  return new File([bytes], name, { type, lastModified: Date.now() })
}
