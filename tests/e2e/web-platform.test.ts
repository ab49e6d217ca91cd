import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { answerAccountQuestion } from '../support/account-question'
import { BROWSERS, type BrowserKind, until } from '../support/browsers'
import { startLocalSite } from '../support/local-site/local-site'
import { WITH_PLACE } from '../support/photos'

let folder: string
let letter: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-platform-'))
  letter = join(folder, 'letter.txt')
  await writeFile(letter, 'Not a picture.')
})
afterAll(() => rm(folder, { recursive: true }))

/** What the page's checks came to, and what it saw of a letter and of a photo that the parent sends as it is. */
async function seenBy({ start }: BrowserKind, extension: boolean) {
  const site = await startLocalSite()
  const browser = await start({ extension })
  try {
    const tab = await browser.open(site.address('www.instagram.com', '/web-platform.html'))
    const checks = await tab.evaluate<string[]>('platform')
    const heard = async (what: string, files: readonly string[]) => {
      const before = await tab.evaluate<number>('heard.length')
      await tab.give('#chosen', files)
      if (extension && files.includes(WITH_PLACE)) {
        await (await tab.pause()).press('send-as-is')
        await answerAccountQuestion(tab)
      }
      const ended = `heard.length > ${before} && heard.at(-1).includes('"change","window",false')`
      await until(`the page to hear of ${what}`, () => tab.evaluate(ended))
      return tab.evaluate<string[]>(`heard.slice(${before})`)
    }
    return { checks, letter: await heard('the letter', [letter]), photo: await heard('the photo', [WITH_PLACE]) }
  } finally {
    await browser.close()
    await site.close()
  }
}

it.each(BROWSERS)('in $name the web platform does what it does without the extension', async (kind) => {
  const without = await seenBy(kind, false)
  // Most checks say what the standards say; a few only write down what this browser does.
  expect(without.checks.length).toBeGreaterThan(250)
  expect(without.checks.filter((line) => !line.endsWith('→ ok')).length).toBeLessThan(40)
  expect(without.letter.length).toBeGreaterThanOrEqual(16)
  expect(without.photo).toHaveLength(without.letter.length)
  expect(await seenBy(kind, true)).toEqual(without)
})
