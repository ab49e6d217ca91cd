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

  const SENDINGS = {
    'by its button, as a script presses it': { meanwhile: 'form.requestSubmit(document.querySelector("#send"))' },
    'by a script': { meanwhile: 'form.submit()' },
    'in a popover': {
      before: `{ const box = document.createElement('div'); box.popover = 'auto'; form.before(box); box.append(form); box.showPopover() }`,
      meanwhile: 'form.submit()',
    },
    'with an input of another type for a moment': {
      meanwhile: `{ const input = document.querySelector('#photo'); input.type = 'text'; input.type = 'file' }; form.submit()`,
    },
  }
  it.each<[string, { before?: string; meanwhile: string }]>(Object.entries(SENDINGS))(
    'waits for the answer when it is sent %s while the photo is held',
    async (name, { before, meanwhile }) => {
      const ofCase = `${stage.name}-held-${name.replaceAll(' ', '-')}`
      const tab = await stage.open('form.html', ofCase)
      if (before) await tab.evaluate(before)
      await tab.choose('#photo', [WITH_PLACE])
      const pause = await tab.pause()
      await tab.evaluate(meanwhile)
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
