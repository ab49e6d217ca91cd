import { resolve } from 'node:path'
import type { Page } from 'puppeteer-core'

/**
 * A headless Firefox has neither a mouse that could drag files nor a clipboard that could be typed into, so its own code is
 * asked. What follows runs there, not in Node.
 */
const COPY = `(path) => {
  const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile)
  file.initWithPath(path)
  const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable)
  transferable.init(null)
  transferable.addDataFlavor('application/x-moz-file')
  transferable.setTransferData('application/x-moz-file', file)
  Services.clipboard.setData(transferable, null, Services.clipboard.kGlobalClipboard)
}`

/** In the browser's process, which may read the disk; `dropInPage` is the text of what the page's process does. */
const DROP = `async (address, paths, point, dropInPage) => {
  const tabs = [...Services.wm.getEnumerator('navigator:browser')].flatMap((one) => one.gBrowser.browsers)
  const { messageManager } = tabs.find(({ currentURI }) => currentURI.spec === address)
  const files = await Promise.all(paths.map((path) => File.createFromFileName(path)))
  const dropped = new Promise((resolve, reject) => {
    messageManager.addMessageListener('pausephoto:dropped', function heard({ data }) {
      messageManager.removeMessageListener('pausephoto:dropped', heard)
      if (data === null) resolve()
      else reject(new Error(data))
    })
  })
  messageManager.loadFrameScript('data:,' + encodeURIComponent(dropInPage), false)
  messageManager.sendAsyncMessage('pausephoto:drop', { files, point })
  await dropped
}`

/**
 * In the page's process, with the browser's rights: the events are trusted. The page's own principal has to put the files into the
 * DataTransfer, or the page could not read them; each event gets a copy of it, as in a real drag.
 */
const DROP_IN_PAGE = `{
const innermost = (root, left, top) => {
  const found = root.elementFromPoint(left, top)
  const { x, y } = found.getBoundingClientRect()
  if (found.contentDocument) return innermost(found.contentDocument, left - x, top - y)
  return { target: found.shadowRoot?.elementFromPoint(left, top) ?? found, left, top }
}
const drop = ({ files, point: { x, y } }) => {
  const view = innermost(content.document, x, y).target.ownerDocument.defaultView
  const page = new Cu.Sandbox(view, { sandboxPrototype: view })
  const make = '(files) => { const made = new DataTransfer(); for (const file of files) made.items.add(file); made.effectAllowed = "all"; return made }'
  const made = Cu.evalInSandbox(make, page)(Cu.cloneInto(files, view))
  for (const type of ['dragenter', 'dragover', 'drop']) {
    // Pages show what takes the drop once something is dragged over them.
    const { target, left, top } = innermost(content.document, x, y)
    const event = view.document.createEvent('DragEvent')
    const [screenX, screenY] = [view.mozInnerScreenX + left, view.mozInnerScreenY + top]
    const keys = [false, false, false, false]
    const transfer = made.mozCloneForEvent(type)
    event.initDragEvent(type, true, true, view, 0, screenX, screenY, left, top, ...keys, 0, null, transfer)
    view.windowUtils.dispatchDOMEventViaPresShellForTesting(target, event)
  }
}
addMessageListener('pausephoto:drop', function take({ data }) {
  removeMessageListener('pausephoto:drop', take)
  let problem = null
  try {
    drop(data)
  } catch (error) {
    problem = String(error)
  }
  sendAsyncMessage('pausephoto:dropped', problem)
})
}`

/** Puts a file of the disk on the clipboard, as a file manager does. */
export async function copyFile(page: Page, file: string): Promise<void> {
  await inBrowser(page, COPY, [resolve(file)])
}

/** Drops files of the disk on the middle of an element, also in a frame of the page's origin. Folders cannot be dropped. */
export async function dropFiles(page: Page, selector: string, files: readonly string[]): Promise<void> {
  const point = await page.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2 }
  })
  await dropFilesAt(page, point, files)
}

/** Drops files of the disk on a point of the page. */
export async function dropFilesAt(
  page: Page,
  point: { readonly x: number; readonly y: number },
  files: readonly string[],
): Promise<void> {
  await inBrowser(page, DROP, [page.url(), files.map((file) => resolve(file)), point, DROP_IN_PAGE])
}

/** The driver's connection, which speaks Firefox's own extension of the protocol; it needs `--remote-allow-system-access`. */
export interface Connection {
  send(command: string, parameters: object): Promise<{ readonly result: unknown }>
}

/** Calls a function, given as text, in the window of the browser itself. */
export async function inBrowser(page: Page, code: string, given: readonly unknown[]): Promise<void> {
  const { connection } = page.browser() as unknown as { readonly connection: Connection }
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
  const [window] = (tree.result as { readonly contexts: readonly { readonly context: string }[] }).contexts
  const { result } = await connection.send('script.evaluate', {
    expression: `(${code})(${given.map((one) => JSON.stringify(one))})`,
    target: { context: window?.context },
    awaitPromise: true,
  })
  const { exceptionDetails } = result as { readonly exceptionDetails?: { readonly text: string } }
  if (exceptionDetails) throw new Error(exceptionDetails.text)
}
