import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'

/** A file to check, or something in its place that cannot be. */
export interface Listed {
  /** As people named it: what they typed, and the way down from there. */
  readonly shown: string
  /** Absolute. */
  readonly path: string
  /** Where its copy goes, seen from the folder for copies. */
  readonly relative: string
  readonly bytes: number
  readonly state: 'file' | 'missing' | 'unreadable'
}

/**
 * Every file under the paths, folders in the order of their names. Symbolic links are followed, each folder once;
 * what is neither file nor folder (a pipe, a device) is never opened.
 * @param base what relative paths are relative to.
 * @param copies the folder for copies, which is left out when it lies inside a path.
 */
export async function listFiles(paths: readonly string[], base: string, copies: string | null): Promise<Listed[]> {
  const skipped = copies === null ? null : await realpath(resolve(base, copies)).catch(() => null)
  const found = new Map<string, Listed>()
  for (const given of paths) {
    const path = resolve(base, given)
    const isCopies = skipped === (await realpath(path).catch(() => path))
    const seen = new Set(skipped === null || isCopies ? [] : [skipped])
    for await (const listed of walk({ shown: given, path, relative: '' }, seen)) {
      found.set(copies === null ? listed.path : `${listed.path}\0${listed.relative}`, listed)
    }
  }
  return [...found.values()]
}

type Place = Omit<Listed, 'bytes' | 'state'>

async function* walk(place: Place, seen: Set<string>): AsyncGenerator<Listed> {
  const here = { ...place, bytes: 0, relative: place.relative || basename(place.path) }
  const facts = await stat(place.path).catch((error: NodeJS.ErrnoException) => error.code ?? 'unknown')
  if (typeof facts === 'string') {
    yield { ...here, state: facts === 'ENOENT' || facts === 'ENOTDIR' ? 'missing' : 'unreadable' }
  } else if (!facts.isDirectory()) {
    yield { ...here, bytes: facts.size, state: facts.isFile() ? 'file' : 'unreadable' }
  } else {
    const real = await realpath(place.path)
    if (seen.has(real)) return
    seen.add(real)
    const names = await readdir(place.path).catch(() => null)
    if (names === null) yield { ...here, state: 'unreadable' }
    for (const name of names?.sort() ?? []) yield* walk(below(place, name), seen)
  }
}

function below({ shown, path, relative }: Place, name: string): Place {
  return { shown: join(shown, name), path: join(path, name), relative: join(relative, name) }
}
