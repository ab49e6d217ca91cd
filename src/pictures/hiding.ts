import type { HiddenCopy } from '../review/review-session'
import { createFaceFinder, type FaceFinder, type FaceSearch } from './detect/face-finder'
import { createTextFinder, type TextFinder } from './detect/text-finder'
import type { Edit } from './editor/edit'
import { createHider } from './hide/hider'
import type { HideOrder } from './hide/order'

/** What is to be hidden in a file. */
export interface HideJob {
  /** The file itself, or a still picture in place of a film. */
  readonly picture: File
  readonly edit: Edit
  readonly order: HideOrder
}

/** Everything about hiding that outlives one look into the editor. Its Workers start when they are needed. */
export interface Hiding {
  readonly finder: FaceFinder
  readonly textFinder: TextFinder
  jobOf(file: File): HideJob | undefined
  remember(file: File, job: HideJob): void
  forget(file: File): void
  /** The copy with what was remembered covered; null when nothing was, or it cannot be. Rejects only with the signal's reason. */
  hide(file: File, signal?: AbortSignal): Promise<HiddenCopy | null>
}

/** Milliseconds without work after which the Workers are ended: what they compiled takes a hundred megabytes. */
const REST_AFTER_MS = 20_000

/** Returns the hiding of one page. */
export function createHiding(
  finder: FaceFinder = createFaceFinder(),
  hider: ReturnType<typeof createHider> = createHider(),
  textFinder: TextFinder = createTextFinder(),
): Hiding {
  const jobs = new WeakMap<File, HideJob>()
  const searches = new WeakMap<File, FaceSearch>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const thenRest = async <T>(work: Promise<T>): Promise<T> => {
    clearTimeout(timer)
    try {
      return await work
    } finally {
      clearTimeout(timer)
      timer = setTimeout(() => {
        finder.rest()
        textFinder.rest()
        hider.rest()
      }, REST_AFTER_MS)
    }
  }
  const find = async (file: File, signal?: AbortSignal): Promise<FaceSearch> => {
    const known = searches.get(file)
    if (known) return known
    const search = await thenRest(finder.find(file, signal))
    if (search.ok) searches.set(file, search)
    return search
  }
  return {
    finder: { ...finder, find },
    textFinder: { ...textFinder, find: (file, signal) => thenRest(textFinder.find(file, signal)) },
    jobOf: (file) => jobs.get(file),
    remember: (file, job) => void jobs.set(file, job),
    forget: (file) => void jobs.delete(file),
    async hide(file, signal) {
      const job = jobs.get(file)
      return job ? thenRest(hider.hide(job.picture, job.order, signal)) : null
    },
  }
}
