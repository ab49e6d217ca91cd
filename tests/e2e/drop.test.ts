import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { placeTags } from '../support/place-tags'
import { recordedBy } from '../support/recorded'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-drop-'))
  await mkdir(join(folder, 'holiday', 'beach'), { recursive: true })
  await copyFile(WITH_PLACE, join(folder, 'holiday', 'beach', 'IMG_0001.JPG'))
  await writeFile(join(folder, 'holiday', 'letter.txt'), 'Not a picture.')
  await writeFile(join(folder, 'letter.txt'), 'Not a picture.')
})
afterAll(() => rm(folder, { recursive: true }))

eachBrowser('a drop', (stage) => {
  it('gives the page the cleaned photo, in files and in items', async () => {
    const ofCase = `${stage.name}-drop`
    const tab = await stage.open('drop.html', ofCase)
    await tab.drop('#zone', [join(folder, 'letter.txt'), WITH_PLACE])
    await stage.answer(tab, 'clean')
    await until('both files', async () => stage.site.uploads(ofCase).length === 2)
    const [letter, photo] = stage.site.uploads(ofCase)
    expect(letter?.bytes.toString()).toBe('Not a picture.')
    expect(await placeTags(photo?.bytes ?? Buffer.alloc(0))).toEqual([])
    const { files } = await recordedBy(tab)
    expect(files.filter(({ where }) => where === 'drop items')).toHaveLength(2)
    await tab.close()
  })

  it('takes the overlay of the page away when it is cancelled', async () => {
    const tab = await stage.open('drop.html', `${stage.name}-drop-cancel`)
    await tab.drop('#zone', [WITH_PLACE])
    expect(await tab.evaluate(`document.querySelector('#zone').className`)).toBe('over')
    await stage.answer(tab, 'cancel')
    await until('the overlay to go', () => tab.evaluate(`document.querySelector('#zone').className === ''`))
    expect((await recordedBy(tab)).files).toEqual([])
    await tab.close()
  })

  it('fills an input that it lands on', async () => {
    const ofCase = `${stage.name}-drop-input`
    const tab = await stage.open('drop.html', ofCase)
    await tab.drop('#input', [WITH_PLACE])
    await stage.answer(tab, 'clean')
    await stage.expectClean(tab, ofCase)
    await until('what its entry gives', async () =>
      (await recordedBy(tab)).files.some(({ where }) => where === 'entries'),
    )
    await stage.expectClean(tab, ofCase)
    await tab.close()
  })

  it.each(['#zone', '#input'])('gives %s the very photo that the parent sends as it is', async (selector) => {
    const ofCase = `${stage.name}-drop-as-is-${selector.slice(1)}`
    const tab = await stage.open('drop.html', ofCase)
    await tab.drop(selector, [WITH_PLACE])
    await stage.answer(tab, 'send-as-is')
    const { bytes } = await stage.received(ofCase)
    expect(bytes.length).toBe(WITH_PLACE_SIZE)
    // Old uploaders take nothing else.
    expect(await tab.evaluate('last[0] instanceof File')).toBe(true)
    await tab.close()
  })

  it('is heard where it fell in a closed shadow root', async () => {
    const ofCase = `${stage.name}-drop-sealed`
    const tab = await stage.open('drop.html', ofCase)
    await tab.drop('#sealed', [WITH_PLACE])
    await stage.answer(tab, 'clean')
    await stage.expectClean(tab, ofCase)
    await tab.close()
  })

  // Firefox cannot be driven to drop a folder.
  it.skipIf(stage.name === 'firefox')(
    'takes the photos of a dropped folder, at any depth, through the pause',
    async () => {
      const ofCase = `${stage.name}-drop-folder`
      const tab = await stage.open('drop.html', ofCase)
      await tab.drop('#zone', [join(folder, 'holiday')])
      await stage.answer(tab, 'clean')
      await until('the photo and the letter', async () => stage.site.uploads(ofCase).length === 2)
      for (const { fileName, bytes } of stage.site.uploads(ofCase)) {
        if (fileName === 'letter.txt') expect(bytes.toString()).toBe('Not a picture.')
        else expect(await placeTags(bytes)).toEqual([])
      }
      expect((await recordedBy(tab)).files.map(({ size }) => size)).not.toContain(WITH_PLACE_SIZE)
      await tab.close()
    },
  )

  it('lets what is not a picture pass untouched', async () => {
    const ofCase = `${stage.name}-drop-letter`
    const tab = await stage.open('drop.html', ofCase)
    await tab.drop('#zone', [join(folder, 'letter.txt')])
    expect((await stage.received(ofCase)).bytes.toString()).toBe('Not a picture.')
    const { events } = await recordedBy(tab)
    expect(events.find(({ type }) => type === 'drop')?.trusted).toBe(true)
    await tab.close()
  })
})
