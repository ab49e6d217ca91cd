import type { HiddenCopy } from '../review/review-session'
import { createFaceFinder, type FaceFinder } from './detect/face-finder'
import type { Edit } from './editor/edit'
import { createHider } from './hide/hider'
import type { HideOrder } from './hide/order'

/** What is to be hidden in a file. */
interface HideJob {
  /** The file itself, or a still picture in place of a film. */
  readonly picture: File
  readonly edit: Edit
  readonly order: HideOrder
}

/** Everything about hiding that outlives one look into the editor. Its Workers start when they are needed. */
export interface Hiding {
  readonly finder: FaceFinder
  jobOf(file: File): HideJob | undefined
  remember(file: File, job: HideJob): void
  /** The copy with what was remembered covered; null when nothing was, or it cannot be. Rejects only with the signal's reason. */
  hide(file: File, signal?: AbortSignal): Promise<HiddenCopy | null>
}

/** Milliseconds without work after which the Workers are ended: what they compiled takes a hundred megabytes. */
const REST_AFTER_MS = 20_000

/** Returns the hiding of one page. */
export function createHiding(
  finder: FaceFinder = createFaceFinder(),
  hider: ReturnType<typeof createHider> = createHider(),
): Hiding {
  const jobs = new WeakMap<File, HideJob>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const thenRest = async <T>(work: Promise<T>): Promise<T> => {
    clearTimeout(timer)
    try {
      return await work
    } finally {
      clearTimeout(timer)
      timer = setTimeout(() => {
        finder.rest()
        hider.rest()
      }, REST_AFTER_MS)
    }
  }
  return {
    finder: { ...finder, find: (file, signal) => thenRest(finder.find(file, signal)) },
    jobOf: (file) => jobs.get(file),
    remember: (file, job) => void jobs.set(file, job),
    async hide(file, signal) {
      const job = jobs.get(file)
      return job ? thenRest(hider.hide(job.picture, job.order, signal)) : null
    },
  }
}
