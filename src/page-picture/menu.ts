import { browser } from 'wxt/browser'
import { issuePicture } from './picture-tickets'

const ITEM = 'what-does-it-give-away'

/**
 * Puts our line into the browser's menu for pictures in web pages. To be called once at installation: browsers keep it.
 * Its words are in the browser's language, as the rest of that menu. Firefox for Android has no such menu.
 */
export async function offerInMenu(): Promise<void> {
  if (!browser.contextMenus) return
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({
    id: ITEM,
    title: browser.i18n.getMessage('menu'),
    contexts: ['image'],
    documentUrlPatterns: ['*://*/*', 'file:///*'],
  })
}

/** Answers the menu for as long as the background lives; the browser wakes it for a click. */
export function answerMenu(): void {
  browser.contextMenus?.onClicked.addListener((clicked, tab) => {
    if (clicked.menuItemId !== ITEM || tab?.id === undefined) return
    void openChecker({ tab: tab.id, frame: clicked.frameId ?? 0, address: clicked.srcUrl ?? '' }, tab.index)
  })
}

/** The checker in a tab beside the page; it reads the picture there itself, while the click still lets it. */
async function openChecker(picture: Parameters<typeof issuePicture>[0], index: number): Promise<void> {
  const name = await issuePicture(picture, Date.now())
  await browser.tabs.create({ url: `${browser.runtime.getURL('/checker.html')}?picture=${name}`, index: index + 1 })
}
