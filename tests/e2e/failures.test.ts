import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { makePhoto } from '../support/made-photos'
import { WITH_PLACE } from '../support/photos'
import { placeTags } from '../support/place-tags'
import { recordedBy } from '../support/recorded'

const MEGABYTE = 2 ** 20
const MANY = 200
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-failures-'))
})
afterAll(() => rm(folder, { recursive: true }))

eachBrowser('when something goes wrong', (stage) => {
  it('asks with the browser’s own box when the pause page dies, and sends nothing unasked', async () => {
    const ofCase = `${stage.name}-dead`
    const tab = await stage.open('input.html', ofCase)
    await tab.choose('#one', [WITH_PLACE])
    const pause = await tab.pause()
    await pause.evaluate(`setTimeout(() => location.replace('about:blank'))`)
    await until('the browser’s own question', async () => tab.confirms.length === 1)
    await stage.expectNothingSeen(tab)
    tab.answerConfirms(true)
    await tab.choose('#one', [WITH_PLACE])
    await stage.answer(tab, 'clean')
    await stage.expectClean(tab, ofCase)
    await tab.close()
  })

  it.each(['empty.jpg', 'text.jpg'])('lets the parent cancel %s, which cannot be checked', async (name) => {
    await writeFile(join(folder, name), name === 'empty.jpg' ? '' : 'This is a text.')
    const tab = await stage.open('input.html', `${stage.name}-${name}`)
    await tab.choose('#one', [join(folder, name)])
    await stage.answer(tab, 'cancel')
    await stage.expectNothingSeen(tab)
    await tab.close()
  })

  it('keeps the choice when a photo is gone from the disk before it is cleaned', async () => {
    const path = await makePhoto(folder, `${stage.name}-gone.jpg`, { place: true })
    const tab = await stage.open('input.html', `${stage.name}-disk`)
    await tab.choose('#one', [path])
    const pause = await tab.pause()
    await rm(path)
    await pause.press('clean')
    await (await tab.pause()).press('cancel')
    await until('the cancel event', async () => (await recordedBy(tab)).events.some(({ type }) => type === 'cancel'))
    await stage.expectNothingSeen(tab)
    await tab.close()
  })

  it('answers for a file of 300 MB', async () => {
    const path = join(folder, 'large.jpg')
    const file = await open(path, 'w')
    await file.write(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))
    await file.truncate(300 * MEGABYTE)
    await file.close()
    const tab = await stage.open('input.html', `${stage.name}-large`)
    await tab.choose('#one', [path])
    await stage.answer(tab, 'cancel')
    await stage.expectNothingSeen(tab)
    await tab.close()
  })

  it('asks once for 200 photos, and gives all of them back clean and in their order', async () => {
    const ofCase = `${stage.name}-many`
    const photo = await makePhoto(folder, 'many.jpg', { place: true })
    const bytes = await readFile(photo)
    const paths = await Promise.all(
      Array.from({ length: MANY }, async (_, number) => {
        const path = join(folder, `many-${String(number).padStart(3, '0')}.jpg`)
        await writeFile(path, bytes)
        return path
      }),
    )
    const tab = await stage.open('input.html', ofCase)
    await tab.choose('#many', paths)
    await stage.answer(tab, 'clean')
    await until('all uploads', async () => stage.site.uploads(ofCase).length === MANY, 60_000)
    const uploads = stage.site.uploads(ofCase)
    expect(uploads.map(({ fileName }) => fileName)).toEqual([...uploads.map(({ fileName }) => fileName)].sort())
    expect(await placeTags(uploads[0]?.bytes ?? Buffer.alloc(0))).toEqual([])
    expect(await placeTags(uploads[MANY - 1]?.bytes ?? Buffer.alloc(0))).toEqual([])
    await tab.close()
  })

  it('holds ten inputs at once, one after the other', async () => {
    const ofCase = `${stage.name}-ten`
    const tab = await stage.open('input.html', ofCase)
    await tab.evaluate(`
      document.body.append(...Array.from({ length: 10 }, (_, number) => {
        const input = Object.assign(document.createElement('input'), { type: 'file', id: 'input' + number })
        input.addEventListener('change', () => upload(input.files))
        return input
      }))
    `)
    // For the same photo there would be one question only.
    for (let number = 0; number < 10; number++)
      await tab.give(`#input${number}`, [await makePhoto(folder, `${number}.jpg`, { place: true })])
    for (let number = 0; number < 10; number++) {
      const pause = await tab.pause()
      await pause.press('clean')
      await until('the next upload', async () => {
        if (stage.site.uploads(ofCase).length > number) return true
        const asks = await tab.pauseNow()
        if (await asks?.evaluate<boolean>(`!!document.querySelector('[data-action="audience-later"]')`)) {
          await asks?.press('audience-later')
        }
        return false
      })
    }
    for (const { bytes } of stage.site.uploads(ofCase)) expect(await placeTags(bytes)).toEqual([])
    await tab.close()
  })
})
