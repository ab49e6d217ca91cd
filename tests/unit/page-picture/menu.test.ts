import { beforeEach, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { answerMenu, offerInMenu } from '../../../src/page-picture/menu'
import { issuePicture, redeemPicture } from '../../../src/page-picture/picture-tickets'

type Clicked = (clicked: object, tab?: object) => void

beforeEach(() => {
  fakeBrowser.reset()
  vi.restoreAllMocks()
})

describe('the line in the browser’s menu', () => {
  it('stands there once, however often the extension is updated', async () => {
    const items: string[] = []
    vi.spyOn(fakeBrowser.contextMenus, 'removeAll').mockImplementation(async () => void items.splice(0))
    vi.spyOn(fakeBrowser.contextMenus, 'create').mockImplementation(({ id = '' }) => items.push(id))
    vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('What does this picture give away?')
    await offerInMenu()
    await offerInMenu()
    expect(items).toHaveLength(1)
  })

  it('opens the checker beside the page, with a name for the picture and nothing else in its address', async () => {
    let click: Clicked = () => {}
    vi.spyOn(fakeBrowser.contextMenus.onClicked, 'addListener').mockImplementation((listener) => {
      click = listener as Clicked
    })
    const opened = vi.spyOn(fakeBrowser.tabs, 'create')
    answerMenu()
    const clicked = { menuItemId: 'what-does-it-give-away', frameId: 3, srcUrl: 'https://a.example/tom.jpg' }
    click({ ...clicked, menuItemId: 'other' }, { id: 7, index: 2 })
    click(clicked, { id: 7, index: 2 })
    await vi.waitFor(() => expect(opened).toHaveBeenCalledTimes(1))
    const [{ url = '', index } = {}] = opened.mock.calls[0] ?? []
    expect(index).toBe(3)
    expect(url).toMatch(/\/checker\.html\?picture=[0-9a-f-]{36}$/)
    expect(await redeemPicture(url.slice(-36), Date.now())).toEqual({ tab: 7, frame: 3, address: clicked.srcUrl })
  })
})

describe('the name of a picture', () => {
  const picture = { tab: 7, frame: 0, address: 'https://a.example/tom.jpg' }

  it('gives it back once', async () => {
    const name = await issuePicture(picture, 0)
    const both = await Promise.all([redeemPicture(name, 1), redeemPicture(name, 1)])
    expect(both).toEqual([picture, null])
    expect(await fakeBrowser.storage.session.get('pictures')).toEqual({ pictures: {} })
  })

  it('gives nothing after a minute, and the address is forgotten with the next name', async () => {
    const name = await issuePicture(picture, 0)
    expect(await redeemPicture(name, 60_001)).toBeNull()
    await issuePicture(picture, 0)
    const later = await issuePicture(picture, 60_001)
    const { pictures } = await fakeBrowser.storage.session.get('pictures')
    expect(Object.keys(pictures as object)).toEqual([later])
  })

  it.each(['', 'toString', '__proto__', '0f3c1a52-7c8e-4d39-9d0a-5b7a6c2e4f10'])(
    'gives nothing for “%s”',
    async (name) => {
      await issuePicture(picture, 0)
      expect(await redeemPicture(name, 1)).toBeNull()
    },
  )
})
