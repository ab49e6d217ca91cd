import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FirefoxTab, type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { makePhoto } from '../support/made-photos'
import { noticeCardIn } from '../support/notice-card'
import { placeTags } from '../support/place-tags'
import { recordedBy } from '../support/recorded'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-arrivals-'))
})
afterAll(() => rm(folder, { recursive: true }))

eachBrowser('a photo that was let through', (stage) => {
  let tab: Tab
  const ofCase = `${stage.name}-arrivals`
  const photo = (name: string) => makePhoto(folder, `${stage.name}-${name}.jpg`, { place: true, caption: name })
  const uploads = () => stage.site.uploads(ofCase)
  /** Answers once `meanwhile` has happened to the page, and waits for the next upload. */
  const arrives = async (give: () => Promise<unknown>, meanwhile: string, count = 1) => {
    const before = uploads().length
    await give()
    const pause = await tab.pause()
    await tab.evaluate(meanwhile)
    expect(uploads()).toHaveLength(before)
    await pause.press('clean')
    await stage.settle(tab)
    await until('the upload', async () => uploads().length >= before + count)
    for (const { bytes } of uploads().slice(before)) {
      expect(bytes.length).toBeGreaterThan(500)
      expect(await placeTags(bytes)).toEqual([])
    }
    expect(tab.confirms).toEqual([])
  }
  beforeAll(async () => {
    tab = await stage.open('arrivals.html', ofCase)
  })
  afterAll(() => tab?.close())

  it('reaches the input that the page drew in place of the old one', async () => {
    const path = await photo('redrawn')
    await arrives(() => tab.give('#view input', [path]), 'draw()')
  })

  it.each(
    Object.entries({
      emptied: `input.value = ''`,
      'of another type': `input.type = 'text'`,
      disabled: `input.disabled = true`,
      'in a form that is reset': `input.form.reset()`,
      'filled by the page itself': `input.files = own.files`,
      'under another name': `input.name = input.id = 'renamed'`,
      'moved out of its form': `document.querySelector('#view').append(input)`,
    }),
  )('reaches an input that is %s meanwhile', async (name, change) => {
    await tab.evaluate('draw()')
    const path = await photo(name.replace(/ /g, '-'))
    await arrives(
      () => tab.give('#view input', [path]),
      `{
        const input = document.querySelector('#view input')
        const own = new DataTransfer()
        own.items.add(new File(['a text'], 'own.txt', { type: 'text/plain' }))
        ${change}
      }`,
    )
  })

  it('reaches the zone that lies under the drop now, and its entry gives the file', async () => {
    const path = await photo('dropped')
    await arrives(async () => tab.drop('.zone', [path]), 'draw()')
  })

  it.each(['fetch', 'request', 'beacon'])('is in the form’s data that was sent by %s meanwhile', async (way) => {
    const path = await photo(way)
    await arrives(() => tab.give('#field', [path]), `void sendForm.${way}()`)
  })

  // A driven Chromium pastes drawings of its own only.
  it.skipIf(stage.name === 'chromium')('reaches the editor whose paste bin is gone', async () => {
    const path = await photo('pasted')
    await (tab as FirefoxTab).copy(path)
    await tab.click('#editor')
    await arrives(() => tab.press('Control+v'), `document.querySelector('#bin') === null || undefined`)
    expect((await recordedBy(tab)).files.map(({ where }) => where)).toContain('editor')
  })

  it('is kept for the parent where nothing takes it, and arrives once there is a place for it again', async () => {
    stage.site.serve('/served/closing.html', 'text/html; charset=utf-8', CLOSING)
    const closing = await stage.open('served/closing.html', `${ofCase}-closing`)
    await closing.drop('#zone', [await photo('untaken')])
    const pause = await closing.pause()
    await closing.evaluate('document.querySelector("#zone").remove()')
    await pause.press('clean')
    await stage.settle(closing)
    const card = await noticeCardIn(closing)
    await until('the file to be kept', () => card.frame.evaluate(`!!document.querySelector('[data-action="save"]')`))
    expect(stage.site.uploads(`${ofCase}-closing`)).toEqual([])
    await closing.evaluate('draw()')
    await card.click('try-again')
    const { bytes } = await stage.received(`${ofCase}-closing`)
    expect(await placeTags(bytes)).toEqual([])
    await until('the card to go', () => card.frame.evaluate(`!document.querySelector('[data-action="save"]')`))
    await closing.close()
  })
})

/** A composer that can be closed. As pages do, it prevents what is dropped beside it, or the browser would open the file. */
const CLOSING = `<!doctype html><html lang="en"><meta charset="utf-8"><title>A composer</title><body><script>
  const draw = () => {
    document.body.innerHTML = '<div id="zone" style="height:300px;border:1px solid">zone</div>'
    document.querySelector('#zone').addEventListener('drop', ({ dataTransfer }) => {
      void fetch('/upload' + location.search, { method: 'POST', body: dataTransfer.files[0] })
    })
  }
  draw()
  for (const type of ['dragover', 'drop']) document.addEventListener(type, (event) => event.preventDefault())
</script></body></html>`
