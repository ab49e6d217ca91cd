import { writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import type { Words } from '../../src/words/words'
import type { Line } from './line'
import { whatWasHidden } from './print-line'

export const CONTACT_SHEET = 'contact-sheet.html'

/**
 * Writes a page with every copy and what was found in it, to look through: what was not found is to be seen.
 * @param folder the folder for copies, absolute; `base` is where paths of lines start.
 * @returns false when a file of that name is there and `force` is not given, or the disk refused.
 */
export async function writeContactSheet(
  lines: readonly Line[],
  folder: string,
  base: string,
  force: boolean,
  words: Words,
): Promise<boolean> {
  const figures = lines.flatMap((line) => {
    const { file, cleaned } = line
    const said = whatWasHidden(line, words).join(' ')
    if (cleaned === null || said === '') return []
    const address = relative(folder, resolve(base, cleaned)).split(/[\\/]/).map(encodeURIComponent).join('/')
    return [
      `<figure><a href="${escaped(address)}"><img loading="lazy" src="${escaped(address)}" alt=""></a>` +
        `<figcaption><b>${escaped(file)}</b><br>${escaped(said)}</figcaption></figure>`,
    ]
  })
  const page = `<!doctype html>
<html lang="${words.language}" dir="${words.direction}">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src 'unsafe-inline'">
<title>PausePhoto</title>
<style>
  body { display: grid; grid-template-columns: repeat(auto-fill, minmax(18rem, 1fr)); gap: 1rem; margin: 1rem; font: 1rem/1.4 system-ui }
  figure { margin: 0; overflow-wrap: anywhere }
  img { inline-size: 100%; block-size: 14rem; object-fit: contain; background: #eee }
</style>
${figures.join('\n')}
</html>
`
  try {
    await writeFile(join(folder, CONTACT_SHEET), page, { flag: force ? 'w' : 'wx' })
    return true
  } catch {
    return false
  }
}

/** A file's name can hold anything; a page must not obey it. */
function escaped(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
  return text.replace(/[&<>"']/g, (letter) => names[letter] ?? letter)
}
