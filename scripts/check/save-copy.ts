import { constants, createWriteStream } from 'node:fs'
import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'

export interface CopyOrder {
  /** Absolute. */
  readonly target: string
  /** Where the bytes go until they are complete, in the same folder. */
  readonly unfinished: string
  readonly force: boolean
}

/**
 * Writes a copy so that it is either complete or not there. Without `force`, what is already there stays, also when it
 * appeared a moment ago.
 */
export async function saveCopy(
  copy: Blob,
  { target, unfinished, force }: CopyOrder,
): Promise<'saved' | 'copy-exists' | 'copy-failed'> {
  try {
    await mkdir(dirname(target), { recursive: true })
    await pipeline(Readable.fromWeb(copy.stream() as ReadableStream), createWriteStream(unfinished, { flags: 'wx' }))
    if (force) await rename(unfinished, target)
    else await linkOrCopy(unfinished, target)
    return 'saved'
  } catch (error) {
    return isCode(error, 'EEXIST') ? 'copy-exists' : 'copy-failed'
  } finally {
    await rm(unfinished, { force: true }).catch(() => undefined)
  }
}

/** Some file systems have no hard links. @throws EEXIST when the target is there. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to)
  } catch (error) {
    if (isCode(error, 'EEXIST')) throw error
    await copyFile(from, to, constants.COPYFILE_EXCL)
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
