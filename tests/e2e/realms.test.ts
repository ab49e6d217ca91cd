import { beforeAll, expect, it } from 'vitest'
import { type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'

interface Seen {
  readonly way: string
  readonly size: number
}

/** Makes the frame, and gives a photo to its input. */
async function giveIn(tab: Tab, way: string): Promise<void> {
  await tab.evaluate(`make(${JSON.stringify(way)})`)
  const frame = await until(`the input, ${way}`, async () => {
    const here = `document.querySelector('#input[data-way="${way}"]') !== null`
    for (const one of tab.frames()) if (await one.evaluate(here).catch(() => false)) return one
    return null
  })
  // The pointer of a person enters the frame first.
  await tab.evaluate(
    `[...document.querySelectorAll('iframe')].at(-1).dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))`,
  )
  await frame.give(`#input[data-way="${way}"]`, [WITH_PLACE])
}

function realms(extension: boolean): void {
  eachBrowser(
    extension ? 'a frame whose address gives no document' : 'such a frame without the extension',
    (stage) => {
      beforeAll(() => {
        stage.site.handle('/none', async (_, response) => void response.writeHead(204).end())
        stage.site.serve('/plain.html', 'text/html', '<!doctype html><input type="file" id="input">')
      })

      // THREAT-MODEL says so: should this fail, it must not say so any more.
      it('shows the original to a page that is built for it', async () => {
        const tab = await stage.open('realms.html', `${stage.name}-limits`)
        for (const way of await tab.evaluate<string[]>('Object.keys(LIMITS)')) {
          await giveIn(tab, way)
          await until('the original', async () =>
            (await tab.evaluate<Seen[]>('seen')).some((one) => one.way === way && one.size === WITH_PLACE_SIZE),
          )
        }
        await tab.close()
      })

      it(extension ? 'shows the page the cleaned photo only' : 'shows the page the original', async () => {
        const tab = await stage.open('realms.html', `${stage.name}-realms`)
        const seen = () => tab.evaluate<Seen[]>('seen')
        for (const way of await tab.evaluate<string[]>('Object.keys(WAYS)')) {
          await giveIn(tab, way)
          await until(
            `the photo, ${way}`,
            async () => {
              const by = (await seen()).filter((one) => one.way === way)
              if (by.length > 0) return true
              const pause = await tab.pauseNow()
              if (!pause) return false
              await pause.press('clean')
              await stage.settle(tab)
              return false
            },
            30_000,
          )
        }
        const original = (await seen()).filter(({ size }) => size === WITH_PLACE_SIZE || size === -1)
        if (extension) expect(original).toEqual([])
        else expect(original.map(({ way }) => way)).toEqual(await tab.evaluate('Object.keys(WAYS)'))
        await tab.close()
      })
    },
    { extension },
  )
}
realms(true)
realms(false)
