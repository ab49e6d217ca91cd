import { freshBytes, lengthOf, type Recipe } from '../src/bridge/recipe'
import type { Row } from '../src/checker/worklist'
import { copyOf } from '../src/checker/zip'
import type { Engine } from '../src/review/engine-contract'

/** Larger files stay on the disk: a phone has little memory. */
const MAX_IN_MEMORY_BYTES = 64 * 1024 * 1024

/**
 * Returns the copy of a row's file, looked into once more as it will be handed on; null when none can be given. WebKit reads a Blob
 * that is put together from slices of a file on the disk wrongly or never, so the copy is one run of bytes.
 */
export async function checkedCopyOf(row: Row, engine: Engine, signal: AbortSignal): Promise<File | null> {
  const { file, inspection } = row
  if (file.size > MAX_IN_MEMORY_BYTES) return copyOf(row, engine, signal)
  const copy = await copyOf(row, engine, signal, inOneRun)
  if (!copy || copy === file) return copy
  const again = await engine.inspect(copy, signal)
  return again.outcome === 'nothing-found' && again.format === inspection?.format ? copy : null
}

/** Returns the file that the recipe makes, as one run of bytes in memory. */
async function inOneRun({ name, type, size, pieces }: Recipe, original: File): Promise<File> {
  const source = new Uint8Array(await original.arrayBuffer())
  const bytes = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    if (piece.kind === 'slice') bytes.set(source.subarray(piece.start, piece.end), at)
    else if (piece.kind === 'bytes') bytes.set(freshBytes(piece.bytes), at)
    at += lengthOf(piece)
  }
  return new File([bytes], name, { type, lastModified: Date.now() })
}
