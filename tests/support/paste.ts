import type { FirefoxTab, Tab } from './browsers'

/**
 * Pastes a photo where a click on the element puts the caret: a file as a file manager copies it in Firefox, and a drawing in
 * Chromium, which cannot be driven to copy a file. Each drawing is another, and tells nothing, so that nothing is asked about it.
 */
export async function pasteInto(tab: Tab, selector: string, file: string): Promise<void> {
  if (copiesFiles(tab)) await tab.copy(file)
  else await tab.evaluate(DRAW)
  await tab.click(selector)
  await tab.press('Control+V')
}

/** Whether what is pasted in this browser is a file. */
const copiesFiles = (tab: Tab): tab is FirefoxTab => 'copy' in tab

const DRAW = `(async () => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 64
  const pen = canvas.getContext('2d')
  pen.fillStyle = 'hsl(' + Math.random() * 360 + ' 50% 50%)'
  pen.fillRect(0, 0, 64, 64)
  const blob = await new Promise((done) => canvas.toBlob(done))
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
})()`
