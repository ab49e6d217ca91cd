import { openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileFrom } from '../../src/bridge/recipe'
import type { Finding } from '../../src/findings/finding'
import type { Engine, Inspection } from '../../src/review/engine-contract'
import { describeFinding } from '../../src/words/describe'
import type { Words } from '../../src/words/words'
import { describeTrouble } from './describe-trouble'
import type { Line, Trouble } from './line'
import type { Hideable } from './options'
import { placeOf } from './place-of'
import { type CopyOrder, saveCopy } from './save-copy'

export interface CheckOrder {
  readonly shown: string
  /** Absolute; a regular file. */
  readonly path: string
  /** How the copy is called in the line, and where it goes; null when none is wanted. */
  readonly copy: (CopyOrder & { readonly shown: string }) | null
  /** What is hidden in the copy wherever it is found; nothing when empty. */
  readonly hide: readonly Hideable[]
  /** Trouble that is known already: the file is inspected all the same. */
  readonly trouble: Trouble | null
}

/** Inspects one file, and writes its cleaned copy if one is wanted. The file is read in pieces, as far as it is needed. */
export async function checkFile(order: CheckOrder, engine: Engine, words: Words): Promise<Line> {
  const file = await open(order.path)
  if (typeof file === 'string') return lineWithTrouble(order.shown, file, words)
  const inspection = await engine.inspect(file)
  const base = {
    file: order.shown,
    format: inspection.format,
    outcome: outcomeOf(inspection),
    findings: await Promise.all(
      inspection.findings.map(async (finding) => {
        const { kind, severity, source } = finding
        return { kind, severity, source, text: await textOf(finding, words) }
      }),
    ),
  }
  const reason = (trouble: Trouble | null) => trouble && describeTrouble(trouble, words)
  const uncleaned = { ...base, removed: [], kept: [], cleaned: null }
  if (inspection.outcome === 'cannot-check') return { ...uncleaned, reason: reason(inspection.reason) }
  if (!order.copy) return { ...uncleaned, reason: reason(order.trouble) }

  if (order.hide.length > 0) {
    const isPicture = inspection.format === 'jpeg' || inspection.format === 'png'
    const none = { ...uncleaned, ...countsOf(order.hide, null) }
    if (inspection.format === 'mp4' || inspection.format === 'webm') return { ...none, reason: reason('film') }
    const { hideFound } = await import('./hide-found')
    const hidden = isPicture ? await hideFound(file, order.hide, engine) : null
    if (!hidden) return { ...none, reason: reason('not-hidden') }
    if (hidden.copy) {
      const saved = await saveCopy(hidden.copy, order.copy)
      if (saved !== 'saved') return { ...none, reason: reason(saved) }
      return { ...base, removed: [], kept: [], cleaned: order.copy.shown, reason: null, ...hidden.counts }
    }
  }

  const cleaning = await engine.clean(file)
  if (cleaning.outcome === 'refused') return { ...uncleaned, reason: reason(cleaning.reason) }
  const saved = await saveCopy(fileFrom(cleaning.recipe, file), order.copy)
  if (saved !== 'saved') return { ...uncleaned, reason: reason(saved) }
  return {
    ...base,
    removed: cleaning.removed,
    kept: cleaning.kept,
    cleaned: order.copy.shown,
    reason: null,
    ...countsOf(order.hide, 0),
  }
}

const countsOf = (hide: readonly Hideable[], count: number | null) =>
  Object.fromEntries(hide.map((what) => [what, count]))

async function open(path: string): Promise<File | Extract<Trouble, 'unreadable' | 'too-large'>> {
  try {
    const [blob, { size }] = await Promise.all([openAsBlob(path), stat(path)])
    return blob.size === size ? new File([blob], basename(path)) : 'too-large'
  } catch {
    return 'unreadable'
  }
}

/** The sentence, and behind it what the place is called. */
async function textOf(finding: Finding, words: Words): Promise<string> {
  const place = await placeOf(finding, words)
  return `${describeFinding(finding, words)}${place === null ? '' : ` (${place})`}`
}

/** A copy keeps its file name, so the name alone does not make a file one in which something was found. */
function outcomeOf({ outcome, findings }: Inspection): Line['outcome'] {
  if (outcome !== 'found') return outcome
  return findings.some(({ kind }) => kind !== 'file-name') ? 'found' : 'nothing-found'
}

export function lineWithTrouble(shown: string, trouble: Trouble, words: Words): Line {
  return {
    file: shown,
    format: null,
    outcome: 'cannot-check',
    findings: [],
    removed: [],
    kept: [],
    cleaned: null,
    reason: describeTrouble(trouble, words),
  }
}
