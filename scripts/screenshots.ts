/** Makes the pictures of README from the built extension: `npm run screenshots`. */
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import sharp from 'sharp'
import { startWebHost } from '../tests/support/web-host'
import { openBrowser, pausePage } from './demo/browser'
import { choosePhoto, nextUpload } from './demo/drive'
import { startDemoSite } from './demo/site'
import { ROOT, run, toolOf } from './run'

const FOLDER = join(ROOT, 'docs', 'screenshots')
const EXTENSION = join(ROOT, '.output', 'chrome-mv3-demo')
/** A starfish on a beach, with its place, which a development dependency ships for its own tests. */
const PHOTO = join(ROOT, 'node_modules', 'exif-parser', 'test', 'starfish.jpg')

/** A phone, and the room between three of them in one picture. */
const PHONE = { width: 360, height: 740 }
const GAP = 24

if ((await run(toolOf('tsx'), ['scripts/build-web.ts'])) !== 0) process.exit(1)
if ((await run(toolOf('wxt'), ['build', '-b', 'chrome', '--mv3', '--mode', 'demo'])) !== 0) process.exit(1)
mkdirSync(FOLDER, { recursive: true })
const scratch = mkdtempSync(join(tmpdir(), 'pausephoto-screenshots-'))
const photo = join(scratch, 'beach.jpg')
copyFileSync(PHOTO, photo)
const site = await startDemoSite(join(scratch, 'received'))
const browser = await openBrowser({ headless: true, extension: EXTENSION, language: 'en-GB' })
try {
  const page = await browser.context.newPage()
  await page.goto(site.address)
  const posted = nextUpload(site)
  await choosePhoto(page, photo)
  const pause = await pausePage(page, 'clean')
  await pause.locator('.place-map-here').first().waitFor()
  await shoot(page, 'pause')
  await pause.locator('[data-action="clean"]').click()
  const question = await pausePage(page, 'audience-limited')
  await shoot(page, 'account')
  await question.locator('[data-action="audience-limited"]').click()
  await posted
  await shootPopup(browser.context, page)
  await shootOptions(browser.context)
  await shootPhone(browser.context)
} finally {
  await browser.close()
  site.close()
  rmSync(scratch, { recursive: true })
}

async function shootPopup(context: BrowserContext, page: Page): Promise<void> {
  const popup = await context.newPage()
  await popup.setViewportSize({ width: 360, height: 640 })
  await popup.goto(`${originOf(context)}/popup.html`)
  // The popup speaks of the tab in front: the site’s.
  await page.bringToFront()
  await popup.reload()
  await shoot(popup, 'popup', true)
}

async function shootOptions(context: BrowserContext): Promise<void> {
  const options = await context.newPage()
  await options.setViewportSize({ width: 900, height: 900 })
  await options.goto(`${originOf(context)}/options.html`)
  await shoot(options, 'options')
}

/** The page for phones: what the photo gives away, the copy, and who can see it, beside each other. */
async function shootPhone(context: BrowserContext): Promise<void> {
  const host = await startWebHost()
  try {
    const phone = await context.newPage()
    await phone.setViewportSize(PHONE)
    const driver = await context.newCDPSession(phone)
    await driver.send('Emulation.setScrollbarsHidden', { hidden: true })
    await phone.goto(host.address)
    // No phone's share sheet is here; the button is the same as there.
    await phone.evaluate('Object.assign(navigator, { canShare: () => true, share: async () => undefined })')
    await phone.locator('input[type=file]').setInputFiles(photo)
    const screens: Buffer[] = []
    await phone.locator('.photo-place .place-map-here').waitFor()
    screens.push(await settledScreen(phone))
    await phone.locator('[data-action="clean"]').click()
    await phone.locator('[data-action="share"]').waitFor()
    screens.push(await settledScreen(phone))
    await phone.locator('[data-site="instagram"]').click()
    await phone.evaluate(`document.querySelector('.phone-where').scrollIntoView()`)
    screens.push(await settledScreen(phone))
    const width = screens.length * (PHONE.width + GAP) - GAP
    const beside = screens.map((input, at) => ({ input, left: at * (PHONE.width + GAP), top: 0 }))
    const ground = { r: 0, g: 0, b: 0, alpha: 0 }
    const picture = sharp({ create: { width, height: PHONE.height, channels: 4, background: ground } }).composite(
      beside,
    )
    await save(await picture.png().toBuffer(), 'phone')
  } finally {
    await host.close()
  }
}

function originOf(context: BrowserContext): string {
  const [worker] = context.serviceWorkers()
  if (!worker) throw new Error('the extension has no background')
  return `chrome-extension://${new URL(worker.url()).host}`
}

async function settledScreen(page: Page, whole = false): Promise<Buffer> {
  await page.waitForTimeout(1000)
  return page.screenshot(whole ? { fullPage: true } : {})
}

async function shoot(page: Page, name: string, whole = false): Promise<void> {
  await save(await settledScreen(page, whole), name)
}

/** Saved with a palette, because a photo in a PNG is large. */
async function save(picture: Buffer, name: string): Promise<void> {
  const small = await sharp(picture).png({ palette: true, quality: 85, effort: 10 }).toBuffer()
  writeFileSync(join(FOLDER, `${name}.png`), small)
  console.log(`docs/screenshots/${name}.png  ${Math.ceil(small.length / 1000)} kB`)
}
