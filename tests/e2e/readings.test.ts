import { expect, it } from 'vitest'
import { until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'

interface Seen {
  readonly way: string
  readonly name: string
  readonly size: number
}

/** A page of many small ways; each is given the same photo, which is asked about the first time. */
function readings(extension: boolean): void {
  eachBrowser(
    extension ? 'whenever and however a page reads an input' : 'without the extension',
    (stage) => {
      it(
        extension ? 'it sees nothing before the answer, and the cleaned photo then' : 'it sees the original',
        async () => {
          const tab = await stage.open('readings.html', `${stage.name}-readings`)
          const ways = await tab.evaluate<string[]>('Object.keys(WAYS)')
          const seen = () => tab.evaluate<Seen[]>('seen')
          const by = async (way: string) => (await seen()).filter((one) => one.way === way)
          let asked = false
          for (const way of ways) {
            // Firefox opens no picker for a label outside of the document, and none of a root that it cannot see into.
            await tab.evaluate(`choice.value = ${JSON.stringify(way)}`)
            await tab.choose('#open', [WITH_PLACE]).catch((problem: Error) => {
              throw new Error(`${way}: ${problem.message}`)
            })
            if (extension && !asked) {
              const pause = await tab.pause()
              expect(await seen()).toEqual([])
              await pause.press('clean')
              await stage.settle(tab)
              asked = true
            }
            await until(`the photo, ${way}`, async () => (await by(way)).length > 0)
          }
          const original = (await seen()).filter(({ size }) => size === WITH_PLACE_SIZE || size === -1)
          expect(original.map(({ way }) => way)).toEqual(extension ? [] : expect.arrayContaining(ways))
          expect((await seen()).filter(({ size }) => size < 0.8 * WITH_PLACE_SIZE)).toEqual([])
          await tab.close()
        },
      )
    },
    { extension },
  )
}
readings(true)
readings(false)
