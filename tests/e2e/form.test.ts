import { expect, it } from 'vitest'
import { type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE } from '../support/photos'
import { placeTags } from '../support/place-tags'
import { recordedBy } from '../support/recorded'

/** Waits until the site has answered two requests that the page made after all it did before: a form would have gone first. */
const laterRequest = (tab: Tab) =>
  tab.evaluate(`fetch('/form.html').then(() => fetch('/form.html')).then(({ status }) => status)`)

eachBrowser('a plain form', (stage) => {
  it('goes out with the cleaned photo', async () => {
    const ofCase = `${stage.name}-form`
    const tab = await stage.open('form.html', ofCase)
    await tab.choose('#photo', [WITH_PLACE])
    await stage.answer(tab, 'clean')
    await tab.click('#send')
    const { bytes } = await stage.received(ofCase)
    expect(await placeTags(bytes)).toEqual([])
    expect(bytes.length).toBeGreaterThan(0)
    await tab.close()
  })

  it.each(['form.requestSubmit(document.querySelector("#send"))', 'form.submit()'])(
    'waits for the answer when it is sent by %s while the photo is held',
    async (send) => {
      const ofCase = `${stage.name}-${send.slice(0, 8)}-held`
      const tab = await stage.open('form.html', ofCase)
      await tab.choose('#photo', [WITH_PLACE])
      const pause = await tab.pause()
      await tab.evaluate(send)
      await laterRequest(tab)
      expect(stage.site.uploads(ofCase)).toEqual([])
      await pause.press('clean')
      await stage.settle(tab)
      const { bytes } = await stage.received(ofCase)
      expect(await placeTags(bytes)).toEqual([])
      expect(bytes.length).toBeGreaterThan(0)
      await tab.close()
    },
  )

  const CHANGES = {
    'whose input is in a popover': {
      before: `{ const box = document.createElement('div'); box.popover = 'auto'; form.before(box); box.append(form); box.showPopover() }`,
      meanwhile: '',
    },
    'whose input has another type for a moment': {
      before: '',
      meanwhile: `{ const input = document.querySelector('#photo'); input.type = 'text'; input.type = 'file' }`,
    },
  }
  it.each(Object.entries(CHANGES))(
    '%s goes out with the cleaned photo when it is sent meanwhile',
    async (name, change) => {
      const ofCase = `${stage.name}-${name.split(' ').at(-1)}`
      const tab = await stage.open('form.html', ofCase)
      await tab.evaluate(change.before)
      await tab.choose('#photo', [WITH_PLACE])
      const pause = await tab.pause()
      await tab.evaluate(`${change.meanwhile}; form.submit()`)
      await laterRequest(tab)
      expect(stage.site.uploads(ofCase)).toEqual([])
      await pause.press('clean')
      await stage.settle(tab)
      const { bytes } = await stage.received(ofCase)
      expect(await placeTags(bytes)).toEqual([])
      expect(bytes.length).toBeGreaterThan(0)
      await tab.close()
    },
  )

  it('does not go out when the photo is cancelled', async () => {
    const ofCase = `${stage.name}-cancelled`
    const tab = await stage.open('form.html', ofCase)
    await tab.choose('#photo', [WITH_PLACE])
    const pause = await tab.pause()
    await tab.evaluate('form.submit()')
    await pause.press('cancel')
    await until('the cancel event', async () =>
      (await recordedBy(tab)).events.some(({ type, trusted }) => type === 'cancel' && !trusted),
    )
    await laterRequest(tab)
    expect(stage.site.uploads(ofCase)).toEqual([])
    await tab.close()
  })
})
