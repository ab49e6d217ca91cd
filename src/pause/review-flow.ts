import type { Reading } from '../bridge/audience'
import type { Repeatable } from '../bridge/file-answer'
import type { Verdict } from '../bridge/verdict'
import type { Engine } from '../review/engine-contract'
import type { Pictures } from '../review/pictures'
import { type Choice, type HiddenCopy, ReviewSession } from '../review/review-session'
import type { Answer } from '../settings/account-answer'
import type { Site } from '../sites/site'
import type { Decision, Dialog } from './dialog'
import { earlierChoices, rememberChoices } from './earlier-choices'
import { type Summary, summaryOf } from './summary'

/** What is known of the place the files go to, and where answers are kept. */
export interface Destination {
  readonly host: string
  /** Null for a place the parent added, unless its page was recognised when its audience was read. */
  readonly site: Site | null
  /** The parent lets everything pass: here, or everywhere for a while. */
  letsPass(): Promise<boolean>
  cleansWithoutAsking(): Promise<'rule' | 'school' | false>
  setCleansWithoutAsking(without: boolean): Promise<void>
  /** Whether everything was taken out here so often that it may become the rule. */
  offersRule(): Promise<boolean>
  /** Remembers whether everything was taken out this time. */
  rememberCleaned(everything: boolean): Promise<void>
  /** What the page itself says about who will see it. */
  readAudience(): Promise<Reading>
  isQuestionDue(reading: Reading): Promise<boolean>
  rememberAccountAnswer(answer: Answer, reading: Reading): Promise<void>
  /** The files will be looked up or remembered soon: what they are known by is worked out while the parent reads. */
  recogniseAhead(files: readonly File[]): void
  /** What the parent answered here before for the very same files, one each; null where that is to be asked. */
  recallChoices(files: readonly File[]): Promise<readonly (Repeatable | null)[]>
  rememberChoice(files: readonly File[], choice: Repeatable, reading: Reading): Promise<void>
  forgetChoices(files: readonly File[]): Promise<void>
}

export interface ReviewServices {
  readonly engine: Engine
  readonly pictures: Pick<Pictures, 'thumbnail' | 'redraw'>
  /** Covers what the parent marked in a file. */
  readonly hide?: (file: File, signal: AbortSignal) => Promise<HiddenCopy | null>
  readonly dialog: Dialog
  /** Resolves once what the dialog shows is on the screen. */
  readonly afterPaint: () => Promise<void>
}

export interface Reviewed {
  readonly verdict: Verdict
  readonly summary: Summary
  /** Why there was no question: a setting says so here, or the same files were answered for before. */
  readonly unasked: 'rule' | 'school' | 'before' | null
  /** There is something to tell that no screen has told yet. */
  readonly untold: boolean
}

/** Work that is over sooner is not worth a look at a progress bar. */
const PROGRESS_AFTER_MS = 400

/**
 * From held to decided, one choice of files. The dialog shows something only when there is a reason; it is left as it is
 * in the end, for the caller to close. Rejects only with the signal's reason.
 */
export async function reviewFiles(
  files: readonly File[],
  destination: Destination,
  { engine, pictures, hide, dialog, afterPaint }: ReviewServices,
  signal: AbortSignal,
): Promise<Reviewed> {
  const given = new AbortController()
  const either = AbortSignal.any([signal, given.signal])
  const session = new ReviewSession(
    files,
    engine,
    (file, stop) => pictures.redraw(file, stop),
    either,
    () => dialog.moved(),
    hide,
  )
  const told = { unasked: null, untold: false } as const
  const cancelled = (): Reviewed => ({ verdict: { outcome: 'cancel' }, summary: summaryOf(session), ...told })
  const patiently = <T>(of: 'looking' | 'working', work: Promise<T>): Promise<T> => {
    const timer = setTimeout(
      () => dialog.show({ name: 'progress', of, session, cancel: () => given.abort() }),
      PROGRESS_AFTER_MS,
    )
    return work.finally(() => clearTimeout(timer))
  }

  const asTheyAre = (): Verdict => ({ outcome: 'release', decisions: files.map(() => ({ as: 'original' })) })

  try {
    if (await destination.letsPass()) return { verdict: asTheyAre(), summary: summaryOf(session), ...told }
    // Asked for while the files are looked into. Until the answer nobody can change them: the page lies under the dialog.
    const audience = destination.readAudience()
    const without = destination.cleansWithoutAsking()
    const offered = destination.offersRule()
    // Whoever needs none of them never hears whether they could be read.
    for (const asked of [audience, without, offered]) asked.catch(() => undefined)
    await patiently('looking', session.inspect())
    const rule = session.open.length > 0 && (await without)
    const earlier = rule ? new Map<number, Choice>() : await earlierChoices(session, destination)
    const before = earlier.size > 0 && session.open.every((at) => earlier.has(at))
    if (rule || before)
      await patiently(
        'working',
        session.decide((at) => earlier.get(at) ?? 'clean'),
      )
    const asked = session.open

    while (session.open.length > 0) {
      const answered = new AbortController()
      void workAhead(session, destination, afterPaint, answered.signal)
      const decision = await askAbout(session, earlier, offered, pictures, dialog, either).finally(() =>
        answered.abort(),
      )
      if (decision.do === 'cancel') return cancelled()
      if (decision.asRule) await destination.setCleansWithoutAsking(true)
      await patiently('working', session.decide(decision.choiceFor))
    }

    const summary = summaryOf(session)
    const counts = !rule && !before && summary.cleaned + summary.asIs > 0
    const [reading] = await Promise.all([
      audience,
      counts && destination.rememberCleaned(summary.asIs + summary.omitted === 0),
    ])
    const asks = await destination.isQuestionDue(reading)
    const changed = summary.cleaned + summary.redrawn + summary.hidden > 0
    if (asks) {
      const { site, host } = destination
      const answer = await dialog.ask<Answer | 'cancel'>(either, (reply) => ({
        name: 'account',
        site,
        host,
        reading,
        summary: changed ? summary : null,
        count: files.length,
        answer: reply,
      }))
      if (answer === 'cancel') return cancelled()
      await destination.rememberAccountAnswer(answer, reading)
    }
    const { verdict } = session
    if (!verdict) throw new Error('a file was left undecided')
    await rememberChoices(session, asked, destination, reading)
    const unasked = before && asked.length === 0 ? 'before' : rule && summary.cleaned > 0 ? rule : null
    return { verdict, summary, unasked, untold: (changed || unasked === 'before') && !asks }
  } catch (error) {
    if (signal.aborted) throw signal.reason
    if (given.signal.aborted) return cancelled()
    console.error(error)
    const decision = await dialog.ask<Decision>(signal, (answer) => ({ name: 'failed', answer }))
    if (decision.do === 'cancel') return cancelled()
    const summary = { ...summaryOf(session), cleaned: 0, redrawn: 0, hidden: 0, omitted: 0, asIs: files.length }
    return { verdict: asTheyAre(), summary, ...told }
  }
}

/** What the answer will need, done while the parent reads. What shows the question goes first. */
async function workAhead(
  session: ReviewSession,
  destination: Destination,
  afterPaint: () => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  await afterPaint()
  if (signal.aborted) return
  destination.recogniseAhead(session.open.flatMap((at) => session.items[at]?.file ?? []))
  await session.cleanAhead(signal)
}

/** First what was found; once only troubled files are left, what to do with those. */
async function askAbout(
  session: ReviewSession,
  earlier: ReadonlyMap<number, Choice>,
  offered: Promise<boolean>,
  pictures: Pick<Pictures, 'thumbnail'>,
  dialog: Dialog,
  signal: AbortSignal,
): Promise<Decision> {
  const troubled = session.open.filter((at) => session.items[at]?.trouble)
  if (troubled.length < session.open.length) {
    const offerRule = await offered
    return dialog.ask<Decision>(signal, (answer) => ({ name: 'findings', session, earlier, offerRule, answer }))
  }

  const redrawable = new Set<number>()
  await Promise.all(
    troubled.map(async (at) => {
      const item = session.items[at]
      if (!item || item.redrawFailed || item.file.type.startsWith('video/')) return
      const picture = await pictures.thumbnail(item.file, 64, signal)
      picture?.close()
      if (picture) redrawable.add(at)
    }),
  )
  return dialog.ask<Decision>(signal, (answer) => ({ name: 'trouble', session, redrawable, answer }))
}

/** The same choice for every open file. */
export function decideAll(choice: Choice): Decision {
  return { do: 'decide', choiceFor: () => choice }
}
