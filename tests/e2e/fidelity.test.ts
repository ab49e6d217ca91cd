import { expect, it } from 'vitest'
import { BROWSERS, type BrowserKind } from '../support/browsers'
import { startLocalSite } from '../support/local-site/local-site'

async function logOf({ start }: BrowserKind, extension: boolean): Promise<string[]> {
  const site = await startLocalSite()
  const browser = await start({ extension })
  try {
    const tab = await browser.open(site.address('www.instagram.com', '/fidelity.html'))
    return await tab.evaluate<string[]>('fidelity')
  } finally {
    await browser.close()
    await site.close()
  }
}

it.each(BROWSERS)(
  'in $name a page sees the same functions, errors and events with and without the extension',
  async (kind) => {
    const without = await logOf(kind, false)
    expect(without.length).toBeGreaterThan(380)
    expect(await logOf(kind, true)).toEqual(without)
  },
)
