import { expect, it } from 'vitest'
import { type Frame, type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { placeTags } from '../support/place-tags'
import { recordedBy } from '../support/recorded'

const KINDS = ['same', 'written', 'srcdoc', 'blob', 'data', 'cross', 'sandboxed', 'nested', 'shadow']
/** While the pause shows in the top frame, the guard's host covers the top document. */
const COVERED = `document.elementFromPoint(2, 2)?.parentNode === document.documentElement`

async function innermost(tab: Tab): Promise<Frame> {
  return until('the frame with the input', async () => {
    for (const frame of tab.frames())
      if (await frame.evaluate(`!!document.querySelector('#input')`).catch(() => false)) return frame
    return null
  })
}

/** A driven picker in Firefox opens for the page itself only, and no driver clicks into a closed root. */
const choose = (name: string, tab: Tab, frame: Frame, kind = '') =>
  name === 'chromium' && kind !== 'shadow' ? tab.choose('#frame', [WITH_PLACE]) : frame.give('#input', [WITH_PLACE])

eachBrowser('an input in a small frame', (stage) => {
  it.each(KINDS)('%s: pauses in the top frame, and the frame sees the cleaned photo only', async (kind) => {
    const ofCase = `${stage.name}-${kind}`
    const tab = await stage.open('frames.html', ofCase)
    const frame = await innermost(tab)
    await choose(stage.name, tab, frame, kind)
    const pause = await tab.pause()
    expect(await tab.evaluate(COVERED)).toBe(true)
    const before = await recordedBy(frame)
    expect(before.polls).toBeGreaterThan(0)
    expect(before.files).toEqual([])
    await pause.press('clean')
    await stage.settle(tab)
    expect(tab.confirms).toEqual([])
    const { bytes } = await stage.received(ofCase)
    expect(await placeTags(bytes)).toEqual([])
    expect(bytes.length).toBeGreaterThan(0.8 * WITH_PLACE_SIZE)
    expect((await recordedBy(frame)).files.map(({ size }) => size)).not.toContain(WITH_PLACE_SIZE)
    await tab.close()
  })

  const openUnwatched = (ofCase: string) =>
    stage.browser.open(stage.site.address('www.instagram.example', `/frames.html?case=${stage.name}-${ofCase}`))

  it('pauses in the frame itself when the page around it is not watched', async () => {
    const tab = await openUnwatched('unwatched')
    const frame = await innermost(tab)
    await choose(stage.name, tab, frame)
    await tab.pause()
    expect(await tab.evaluate(COVERED)).toBe(false)
    expect(await frame.evaluate(COVERED)).toBe(true)
    await tab.close()
  })

  it('is asked about by the browser’s own box, or not at all, where a dialog would have no room', async () => {
    const tab = await openUnwatched('tiny')
    const frame = await innermost(tab)
    await choose(stage.name, tab, frame)
    await until('the end of the choice', async () =>
      (await recordedBy(frame)).events.some(({ type, trusted }) => type === 'cancel' && !trusted),
    )
    expect(await tab.isPaused()).toBe(false)
    expect((await recordedBy(frame)).files).toEqual([])
    expect(stage.site.uploads(`${stage.name}-tiny`)).toEqual([])
    await tab.close()
  })
})
