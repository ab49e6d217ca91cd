import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { filesUnder } from './kept-files'

/** A part of a mail (RFC 2045) that is a picture or a film: its headers, an empty line, its bytes in base64. */
const PART = /^Content-Type: (?:image|video)\/(\w+).*(?:\r?\n.+)*\r?\n\r?\n([A-Za-z0-9+/=\r\n]+)/gim

/** Takes the pictures and films out of all mails under a folder, each into a file under `out`, and names those. */
export async function picturesInMails(mails: string, out: string): Promise<string[]> {
  await mkdir(out, { recursive: true })
  const paths: string[] = []
  for (const mail of await filesUnder(mails, /,S=\d+/)) {
    const text = await readFile(mail, 'latin1').catch(() => '')
    let count = 0
    for (const [, type, base64 = ''] of text.matchAll(PART)) {
      const path = join(out, `${basename(mail).replace(/\W/g, '-')}-${++count}.${type}`)
      await writeFile(path, Buffer.from(base64, 'base64'))
      paths.push(path)
    }
  }
  return paths
}
