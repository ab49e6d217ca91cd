import type { Recipe } from '../bridge/recipe'
import type { FileDecision, Verdict } from '../bridge/verdict'
import type { Cleaning, Engine, Inspection, Reason } from './engine-contract'

/** What the parent wants for one file. */
export type Choice = 'clean' | 'redraw' | 'hide' | 'as-is' | 'omit'

type Outcome =
  | { readonly kind: 'passed' | 'as-is' | 'omitted' }
  /** Nothing was found; the copy leaves small details out. */
  | { readonly kind: 'stripped'; readonly recipe: Recipe }
  | {
      readonly kind: 'cleaned'
      readonly recipe: Recipe
      readonly removed: readonly string[]
      readonly kept: readonly string[]
    }
  | { readonly kind: 'redrawn'; readonly file: File }
  | { readonly kind: 'hidden'; readonly file: File; readonly changes: readonly string[] }

/** A new picture in which something is covered, and what else became of it; `words/` has a phrase for each. */
export interface HiddenCopy {
  readonly file: File
  readonly changes: readonly string[]
}

/** One held file on its way from chosen to decided. */
export interface Item {
  readonly file: File
  readonly inspection: Inspection | null
  /** Why it could not be checked, or why no copy of it could be released. */
  readonly trouble: Reason | null
  /** A copy drawn anew could not be made or proved. */
  readonly redrawFailed: boolean
  readonly outcome: Outcome | null
}

export interface Progress {
  readonly done: number
  readonly total: number
}

/** So many files are cleaned ahead of the answer: more than a parent looks through before giving one. */
const AHEAD = 24

/** One choice of files, held until every one of them is decided. Nothing here asks or shows; `changed` is called after every step. */
export class ReviewSession {
  items: readonly Item[]
  progress: Progress = { done: 0, total: 0 }
  private readonly ahead = new Map<File, Promise<Cleaning>>()
  /** Places of files in which nothing was found and something is to be covered all the same. */
  private readonly toHide = new Set<number>()

  constructor(
    files: readonly File[],
    private readonly engine: Engine,
    private readonly redraw: (file: File, signal: AbortSignal) => Promise<File | null>,
    private readonly signal: AbortSignal,
    private readonly changed: () => void = () => undefined,
    /** Covers what the parent marked in the file; null when that could not be done. */
    private readonly hide: (file: File, signal: AbortSignal) => Promise<HiddenCopy | null> = async () => null,
  ) {
    this.items = files.map((file) => ({ file, inspection: null, trouble: null, redrawFailed: false, outcome: null }))
  }

  /** The files that wait for an answer, by their place in the choice. */
  get open(): readonly number[] {
    return this.placesOf((item) => !item.outcome && !isQuiet(item))
  }

  /** Looks into every file. */
  async inspect(): Promise<void> {
    await this.forEach(this.open, async (at, { file }) => {
      const inspection = await this.engine.inspect(file, this.signal)
      const passes = isSomethingElse(file, inspection)
      this.set(at, {
        inspection,
        trouble: inspection.outcome === 'cannot-check' && !passes ? inspection.reason : null,
        outcome: passes ? { kind: 'passed' } : null,
      })
    })
  }

  /**
   * Decides the files in which nothing was found: each becomes its proved clean copy, or passes as the very same file when
   * cleaning would take nothing out. One of which no copy can be proved becomes open, with its trouble.
   */
  async strip(): Promise<void> {
    await Promise.all(
      this.placesOf((item) => !item.outcome && isQuiet(item)).map(async (at) => {
        const { file } = this.items[at] ?? {}
        const cleaning = file && (await this.engine.clean(file, this.signal))
        // Meanwhile the parent may have answered that something is to be covered in it.
        if (this.toHide.has(at)) return
        if (cleaning?.outcome === 'refused') this.set(at, { trouble: cleaning.reason })
        else if (cleaning)
          this.set(at, {
            outcome: cleaning.changed ? { kind: 'stripped', recipe: cleaning.recipe } : { kind: 'passed' },
          })
      }),
    )
  }

  /** Lets the files in which nothing was found pass exactly as they are. */
  passUntouched(): void {
    for (const at of this.placesOf(({ inspection }) => inspection?.outcome === 'nothing-found'))
      this.set(at, { outcome: { kind: 'passed' } })
  }

  /**
   * Cleans open files before they are asked for, one after the other until the signal aborts: proving a copy takes longer
   * than anybody waits gladly, and a parent needs a moment to read.
   */
  async cleanAhead(signal: AbortSignal): Promise<void> {
    for (const at of this.open.slice(0, AHEAD)) {
      const { file, trouble } = this.items[at] ?? {}
      if (!file || trouble || this.ahead.has(file)) continue
      if (signal.aborted || this.signal.aborted) return
      const cleaning = this.engine.clean(file, this.signal)
      this.ahead.set(file, cleaning)
      // Whoever asks for it hears of a failure; here it only ends the wait.
      await cleaning.catch(() => undefined)
    }
  }

  /**
   * Carries out a choice for every open file; something can be covered also in one in which nothing was found. A file for
   * which it cannot be done stays open, with its trouble: nothing is released that was not proved.
   */
  async decide(choiceFor: (at: number) => Choice): Promise<void> {
    const quiet = this.placesOf((item) => isQuiet(item) && item.outcome?.kind !== 'hidden')
    const covered = quiet.filter((at) => choiceFor(at) === 'hide')
    for (const at of covered) {
      this.toHide.add(at)
      this.set(at, { outcome: null })
    }
    const places = [...this.open, ...covered]
    await this.forEach(places, async (at, item) => this.set(at, await this.carryOut(choiceFor(at), item)))
  }

  /** The parent's answer, or null while a file is open. A choice from which every file was left out is cancelled. */
  get verdict(): Verdict | null {
    const decisions: FileDecision[] = []
    for (const { outcome } of this.items) {
      if (!outcome) return null
      if (outcome.kind === 'omitted') decisions.push({ as: 'omitted' })
      else if (outcome.kind === 'cleaned' || outcome.kind === 'stripped')
        decisions.push({ as: 'cleaned', recipe: outcome.recipe })
      else if (outcome.kind === 'redrawn' || outcome.kind === 'hidden')
        decisions.push({ as: 'replaced', file: outcome.file })
      else decisions.push({ as: 'original' })
    }
    return decisions.every(({ as }) => as === 'omitted') ? { outcome: 'cancel' } : { outcome: 'release', decisions }
  }

  private async carryOut(choice: Choice, { file, trouble }: Item): Promise<Partial<Item>> {
    if (choice === 'as-is') return { outcome: { kind: 'as-is' } }
    if (choice === 'omit') return { outcome: { kind: 'omitted' } }
    if (choice === 'redraw') return this.redrawn(file)
    if (choice === 'hide') return this.hidden(file)
    if (trouble) return {}
    const cleaning = await this.cleaned(file)
    if (cleaning.outcome === 'refused') return { trouble: cleaning.reason }
    return { outcome: { kind: 'cleaned', recipe: cleaning.recipe, removed: cleaning.removed, kept: cleaning.kept } }
  }

  /** A copy made ahead consists of pieces of the file, and is worth nothing once that cannot be read any more. */
  private async cleaned(file: File): Promise<Cleaning> {
    const ahead = await this.ahead.get(file)
    if (ahead && (await isReadable(file))) return ahead
    return this.engine.clean(file, this.signal)
  }

  /** A redrawn copy is held to the same proof: the engine must find nothing in it. */
  private async redrawn(original: File): Promise<Partial<Item>> {
    const file = await this.redraw(original, this.signal)
    const proof = file && (await this.engine.inspect(file, this.signal))
    if (file && proof?.outcome === 'nothing-found') return { outcome: { kind: 'redrawn', file } }
    return { trouble: 'not-proved', redrawFailed: true }
  }

  /** A picture in which something was covered is held to the same proof as a redrawn one. */
  private async hidden(original: File): Promise<Partial<Item>> {
    const copy = await this.hide(original, this.signal)
    const proof = copy && (await this.engine.inspect(copy.file, this.signal))
    if (copy && proof?.outcome === 'nothing-found') return { outcome: { kind: 'hidden', ...copy } }
    // A redrawn copy would show what was to be hidden.
    return { trouble: 'not-hidden', redrawFailed: true }
  }

  /** The engine takes as many at once as it has Workers for; the others wait there. */
  private async forEach(places: readonly number[], work: (at: number, item: Item) => Promise<void>): Promise<void> {
    this.progress = { done: 0, total: places.length }
    this.changed()
    const one = async (at: number) => {
      const item = this.items[at]
      if (item) await work(at, item)
      this.progress = { done: this.progress.done + 1, total: places.length }
      this.changed()
    }
    await Promise.all(places.map(one))
  }

  private placesOf(holds: (item: Item) => boolean): number[] {
    return this.items.flatMap((item, at) => (holds(item) ? [at] : []))
  }

  private set(at: number, change: Partial<Item>): void {
    this.items = this.items.map((item, place) => (place === at ? { ...item, ...change } : item))
  }
}

/** Nothing was found, or nothing but blocks that nobody could read, which go without a question. */
export function isQuiet({ inspection, trouble }: Item): boolean {
  if (trouble || !inspection) return false
  return inspection.outcome === 'nothing-found' || isOnlyUnknown(inspection)
}

function isOnlyUnknown({ outcome, findings }: Inspection): boolean {
  return outcome === 'found' && findings.length > 0 && findings.every(({ kind }) => kind === 'unknown')
}

/** Names that say that the file is a picture or a video; camera raw files are pictures too. */
const PICTURE_NAME =
  /\.(jpe?g?|jfif|a?png|webp|gif|hei[cf]s?|avif|tiff?|jxl|bmp|svg|dng|cr[23]|nef|arw|mp4|m4v|mov|3gp|webm|mkv|avi)$/i

/** Neither its type, nor its name, nor its first bytes say that it is a picture or a video: a page may have it. */
function isSomethingElse({ type, name }: File, inspection: Inspection): boolean {
  return (
    inspection.outcome === 'cannot-check' &&
    (inspection.reason === 'not-recognised' || inspection.reason === 'empty') &&
    !/^(image|video)\//.test(type) &&
    !PICTURE_NAME.test(name)
  )
}

/** Browsers refuse every byte of a file that was changed, moved or deleted since it was chosen. */
async function isReadable(file: File): Promise<boolean> {
  return file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )
}
