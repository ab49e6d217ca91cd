/**
 * Returns a function that gives a cleaned file of a chosen folder its path: the names of folders tell as much as that of a
 * file ("Emma 3 years"), so folders are numbered in the order in which they come. What lay together still lies together.
 */
export function neutralPaths(): (path: string, name: string) => string {
  const numbers = { __proto__: null } as unknown as Record<string, number>
  let last = 0
  return (path, name) => {
    let folder = ''
    let depth = 0
    let read = ''
    for (let at = 0; at < path.length; at++) {
      read += path[at]
      if (path[at] !== '/') continue
      folder = read
      depth++
    }
    numbers[folder] ??= ++last
    return `folder/${depth > 1 ? `folder ${numbers[folder]}/` : ''}${name}`
  }
}
