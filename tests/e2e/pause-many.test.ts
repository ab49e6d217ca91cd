import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { personalValues } from '../support/exiftool'
import { makePhoto } from '../support/made-photos'

const COUNT = 200

let folder: string
const photos: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-many-'))
  const placed = await makePhoto(folder, 'placed.jpg', { place: true })
  const plain = await makePhoto(folder, 'plain.jpg')
  for (let number = 0; number < COUNT; number++) {
    const path = join(folder, `${number}.jpg`)
    await copyFile(number % 4 === 0 ? placed : plain, path)
    photos.push(path)
  }
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

eachBrowser(`${COUNT} photos at once`, (stage) => {
  it('are shown as they come into view, cleaned and sent, each under its name', async () => {
    const tab = await stage.open('input.html', `${stage.name}-many`)
    await tab.give('#many', photos)
    const pause = await tab.pause()
    const inPause = (what: string, expression: string) => until(what, () => pause.evaluate<boolean>(expression), 60_000)
    await inPause('the findings', `!!document.querySelector('[data-screen="findings"]')`)
    expect(await pause.text()).toContain('50 of 200 photos show where they were taken')
    await inPause('a picture', `!!document.querySelector('.thumbnail[data-state="shown"]')`)
    // Cards are made a part at a time; until they are all there, another one is the last.
    await inPause('every card', `document.querySelectorAll('.thumbnail').length === ${COUNT}`)
    const drawn = `document.querySelectorAll('.thumbnail[data-state="shown"]').length`
    const last = `Array.from(document.querySelectorAll('.thumbnail')).at(-1)`
    expect(await pause.evaluate<number>(drawn)).toBeLessThan(COUNT / 2)
    expect(await pause.evaluate(`${last}.dataset.state`)).toBe('waiting')
    await pause.evaluate(`${last}.scrollIntoView()`)
    await inPause('the last picture', `${last}.dataset.state === 'shown'`)

    await pause.press('clean')
    await stage.settle(tab)
    const uploads = await until(
      'every upload',
      async () => stage.site.uploads(`${stage.name}-many`).length === COUNT && stage.site.uploads(`${stage.name}-many`),
      60_000,
    )
    expect(uploads.map(({ fileName }) => fileName)).toEqual(photos.map((path) => path.slice(folder.length + 1)))
    for (const { bytes } of uploads.filter((_, at) => at % 40 === 0))
      expect(await personalValues(new Blob([new Uint8Array(bytes)]))).toEqual([])
    await tab.close()
  })
})
