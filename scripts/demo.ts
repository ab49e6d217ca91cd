/**
 * Shows the main job on a real photo: `npm run demo [-- --auto]`. With a screen, a person drives; without one, or with
 * --auto, it drives itself. Everything stays on this machine.
 */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { openBrowser } from './demo/browser'
import { choosePhoto, nextUpload, postWithFacesHidden, postWithPause, shooter } from './demo/drive'
import { lookInside, samePixels } from './demo/look-inside'
import { type DemoSite, type Received, startDemoSite } from './demo/site'
import { tableOf } from './demo/table'
import { hasDisplay } from './programs.mjs'
import { ROOT, run, toolOf } from './run'

const FOLDER = join(ROOT, '.demo')
const EXTENSION = join(ROOT, '.output', 'chrome-mv3-demo')
/** An iPhone’s photo with its place, turned by 90°, which a development dependency ships for its own tests. */
const CAMERA_PHOTO = join(ROOT, 'node_modules', 'jpeg-exif', 'test', 'IMG_0001.JPG')

/** Another one with its place, for a person to try. */
const SECOND_PHOTO = join(ROOT, 'node_modules', 'exif-parser', 'test', 'starfish.jpg')

/** A drawing of two children, whose faces are found like those of a photo. */
const DRAWN_PHOTO = join(ROOT, 'src', 'welcome', 'sample.jpg')

const photo = join(FOLDER, 'photos', 'garden.jpg')
const children = join(FOLDER, 'photos', 'children.jpg')
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(join(FOLDER, 'photos'), { recursive: true })
copyFileSync(CAMERA_PHOTO, photo)
copyFileSync(SECOND_PHOTO, join(FOLDER, 'photos', 'beach.jpg'))
copyFileSync(DRAWN_PHOTO, children)

say('building the extension, with the demonstration’s own site among those it watches …')
const built = await run(toolOf('wxt'), ['build', '-b', 'chrome', '--mv3', '--mode', 'demo'])
if (built !== 0) throw new Error('the build failed; its own message is above')

const site = await startDemoSite(join(FOLDER, 'received'))
try {
  say(`a small photo-sharing site of our own runs at ${site.address}`)
  say('posting the photo once without the extension …')
  const without = await postWithout(site)
  if (process.argv.includes('--auto') || !hasDisplay()) await driveAlone(site, without)
  else await letPersonDrive(site, without)
} finally {
  site.close()
}

async function postWithout(site: DemoSite): Promise<Received> {
  const browser = await openBrowser({ headless: true, extension: null })
  try {
    const page = await browser.context.newPage()
    await page.goto(site.address)
    const received = nextUpload(site)
    await choosePhoto(page, photo)
    return await received
  } finally {
    await browser.close()
  }
}

async function driveAlone(site: DemoSite, without: Received): Promise<void> {
  say('posting it again with the extension: choose, take out, answer who can see it …')
  const browser = await openBrowser({ headless: true, extension: EXTENSION })
  try {
    const page = await browser.context.newPage()
    await page.goto(site.address)
    const shoot = shooter(page, FOLDER)
    await compare(without, await postWithPause(page, site, photo, shoot))
    say('posting a drawing of two children, with their faces hidden …')
    const hidden = await postWithFacesHidden(page, site, children, shoot)
    console.log(
      `\n${tableOf({ 'on this computer': lookInside(children), 'what the site received': lookInside(hidden.path) })}\n`,
    )
    say(`pictures of each step are in ${relative(process.cwd(), FOLDER) || '.'}`)
  } finally {
    await browser.close()
  }
}

async function letPersonDrive(site: DemoSite, without: Received): Promise<void> {
  const browser = await openBrowser({ headless: false, extension: EXTENSION })
  try {
    site.onReceived((received) => void compare(without, received))
    const [page = await browser.context.newPage()] = browser.context.pages()
    await page.goto(site.address)
    say(`now it is your turn: post a photo from ${dirname(photo)}, or one of your own. Close the browser to end.`)
    await new Promise((resolve) => browser.context.once('close', resolve))
  } finally {
    await browser.close()
  }
}

/** Prints what came through, beside what came without the extension where it is the same picture. */
async function compare(without: Received, received: Received): Promise<void> {
  const after = lookInside(received.path)
  const same = await samePixels(without.path, received.path).catch(() => false)
  const table = same
    ? tableOf({
        'without PausePhoto': lookInside(without.path),
        'with PausePhoto': { ...after, size: `${after.size}, every pixel the same` },
      })
    : tableOf({ 'with PausePhoto': after })
  console.log(`\nWhat the site received, as ExifTool reads it:\n\n${table}\n`)
}

function say(sentence: string): void {
  console.log(`demo: ${sentence}`)
}
