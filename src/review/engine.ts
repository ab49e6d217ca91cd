import { fileFrom, type Recipe } from '../bridge/recipe'
import { clean } from '../clean/clean'
import { cleanName } from '../clean/file-name'
import { type Decode, prove } from '../clean/prove'
import { formatOf } from '../formats'
import { compact } from '../formats/core/compact'
import { Malformed, NotThisFormat, Uncheckable } from '../formats/core/malformed'
import type { Part } from '../formats/core/part'
import { sourceOfParts } from '../formats/core/pieced-source'
import { type Source, sourceOf } from '../formats/core/source'
import type { Format } from '../formats/format'
import { mediaTypeOf } from '../formats/format-facts'
import type { Engine, Reason } from './engine-contract'
import { partsOf, recipeOf } from './recipe'

/** A file taken apart, or why that was not possible. `format` is null when none recognises it. */
type Opened =
  | { readonly ok: true; readonly format: Format; readonly source: Source; readonly parts: readonly Part[] }
  | { readonly ok: false; readonly format: Format | null; readonly reason: Reason }

/**
 * The engine for one environment; `decode` is what shows pictures there. A file is taken apart once: `clean` uses what
 * `inspect` learned about the same File object. An aborted signal makes either function reject with the signal's reason.
 */
export function createEngine({ decode }: { readonly decode: Decode }): Engine {
  const opened = new WeakMap<File, Promise<Opened>>()
  // Half of the code says what blocks tell. The first file is read while that loads, instead of after it.
  const finding = import('../findings/find')
  finding.catch(() => undefined)

  const openOnce = (file: File): Promise<Opened> => {
    const known = opened.get(file)
    if (known) return known
    const fresh = open(file)
    opened.set(file, fresh)
    return fresh
  }

  return {
    async inspect(file, signal) {
      const result = await openOnce(file)
      signal?.throwIfAborted()
      const format = result.format?.name ?? null
      if (!result.ok) return { outcome: 'cannot-check', format, findings: [], reason: result.reason }
      try {
        const { findIn } = await finding
        const findings = await findIn(result.parts, file, result.format.name)
        signal?.throwIfAborted()
        return { outcome: findings.length > 0 ? 'found' : 'nothing-found', format: result.format.name, findings }
      } catch (error) {
        signal?.throwIfAborted()
        return { outcome: 'cannot-check', format, findings: [], reason: reasonFor(error) }
      }
    },

    async clean(file, signal) {
      const result = await openOnce(file)
      signal?.throwIfAborted()
      if (!result.ok) return { outcome: 'refused', reason: result.reason }
      try {
        const { format, source } = result
        const { parts, removed, kept } = await clean(result.parts, format)
        const { pieces, size, changed } = await recipeOf(await compact(parts), source)
        const recipe = { ...identityOf(file, format), size, pieces } satisfies Recipe
        const copy = sourceOfParts(partsOf(pieces, source), () => fileFrom(recipe, file))
        const proof = await prove(copy, { blob: file }, format, changed ? decode : asBefore, parts)
        signal?.throwIfAborted()
        if (!proof.proved) return { outcome: 'refused', reason: 'not-proved' }
        return { outcome: 'cleaned', recipe, changed, removed, kept }
      } catch (error) {
        signal?.throwIfAborted()
        return { outcome: 'refused', reason: reasonFor(error) }
      }
    },
  }
}

async function open(file: File): Promise<Opened> {
  if (file.size === 0) return { ok: false, format: null, reason: 'empty' }
  let format: Format | null = null
  try {
    const source = sourceOf(file)
    format = await formatOf(source)
    if (!format) return { ok: false, format, reason: 'not-recognised' }
    return { ok: true, format, source, parts: await format.split(source) }
  } catch (error) {
    const reason = reasonFor(error)
    return { ok: false, format: reason === 'not-recognised' ? null : format, reason }
  }
}

/** A copy with the same bytes is shown as the original is. */
const asBefore: Decode = async () => 'cannot-tell'

/** The media type stays, because sites check it. */
function identityOf(original: File, format: Format): Pick<Recipe, 'name' | 'type'> {
  const type = original.type || mediaTypeOf(format.name)
  return { name: cleanName(original.name, type), type }
}

function reasonFor(error: unknown): Reason {
  if (error instanceof NotThisFormat) return 'not-recognised'
  if (error instanceof Uncheckable) return 'uncheckable'
  if (error instanceof Malformed) return 'malformed'
  if (error instanceof DOMException) return 'unreadable'
  // A mistake of ours: the photo is held back like any other that could not be checked, and the console says why.
  console.error(error)
  return 'worker-failed'
}
