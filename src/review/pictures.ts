import { neutralName } from '../clean/file-name'
import type { WorkerLike } from '../workers/ask-worker'
import { WorkerPool } from '../workers/worker-pool'
import { timeLimit, workersFor } from './engine-client'
import { posterOf } from './video-poster'

/** What a Worker for pictures offers; both throw when the browser cannot decode the picture. */
export interface PictureCalls {
  /** The picture the right way up; its larger side has at most so many pixels. */
  thumbnail(file: File, largestSide: number): Promise<ImageBitmap>
  /** A new picture made from the pixels alone, the right way up. */
  redraw(file: File): Promise<Blob>
}

export interface Pictures {
  /** The picture, or a video's first frame, at a size for the screen, the right way up; null when the browser cannot show it. */
  thumbnail(file: File, size: number, signal?: AbortSignal): Promise<ImageBitmap | null>
  /** A copy drawn anew, which holds the pixels and nothing else; null when the browser cannot decode the picture. */
  redraw(file: File, signal?: AbortSignal): Promise<File | null>
  close(): void
}

/**
 * Pictures are decoded in Workers of their own, so that none waits for the engine or stops the page. Videos are decoded by
 * the browser's player, which no Worker has, one after the other.
 */
export function createPictures(
  spawn: () => WorkerLike = spawnPictures,
  workers: number = workersFor(navigator.hardwareConcurrency),
  poster: typeof posterOf = posterOf,
): Pictures {
  const pool = new WorkerPool<PictureCalls>(spawn, workers)
  const terms = (file: File, signal?: AbortSignal) => ({ limit: () => timeLimit(file.size), signal })
  let lastPoster: Promise<unknown> = Promise.resolve()
  return {
    async thumbnail(file, size, signal) {
      if (file.type.startsWith('video/')) {
        const next = lastPoster.then(() => poster(file, size, signal))
        lastPoster = next.catch(() => undefined)
        return next
      }
      const outcome = await pool.run('thumbnail', [file, size], terms(file, signal))
      return outcome.ok ? outcome.value : null
    },
    async redraw(file, signal) {
      const outcome = await pool.run('redraw', [file], terms(file, signal))
      if (!outcome.ok) return null
      const { type } = outcome.value
      return new File([outcome.value], neutralName(file.name, type), { type })
    },
    close: () => pool.close(),
  }
}

function spawnPictures(): WorkerLike {
  return new Worker(new URL('./picture.worker.ts', import.meta.url), { type: 'module' })
}
