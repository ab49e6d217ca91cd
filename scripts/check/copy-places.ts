import { realpath } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { CheckOrder } from './check-file'
import type { Listed } from './list-files'

/**
 * Says for each file where its copy goes. No two files share a place, and no copy takes the place of an original,
 * whatever links lead there.
 * @param folder the folder for copies, as given; null when no copies are wanted.
 */
export function copyPlaces(files: readonly Listed[], base: string, folder: string | null, force: boolean) {
  const taken = new Set<string>()
  const originals = realPaths(files)

  return async (file: Listed): Promise<Pick<CheckOrder, 'copy' | 'trouble'>> => {
    if (folder === null) return { copy: null, trouble: null }
    const target = resolve(base, folder, file.relative)
    if (taken.has(target)) return { copy: null, trouble: 'copy-clashes' }
    taken.add(target)
    const unfinished = join(dirname(target), `.pausephoto-${process.pid}-${taken.size}.unfinished`)
    if ((await originals).has(await realPlace(target))) return { copy: null, trouble: 'copy-is-original' }
    return { copy: { target, unfinished, force, shown: join(folder, file.relative) }, trouble: null }
  }
}

async function realPaths(files: readonly Listed[]): Promise<Set<string>> {
  const paths = new Set<string>()
  for (const { path } of files) paths.add(await realpath(path).catch(() => path))
  return paths
}

/** Where a path really lies, also while nothing is there yet. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch {
    const parent = dirname(path)
    return parent === path ? path : join(await realPlace(parent), basename(path))
  }
}
