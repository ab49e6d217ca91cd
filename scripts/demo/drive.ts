import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { pausePage } from './browser'
import type { DemoSite, Received } from './site'

/** Clicks the site's own field and picks the photo, as a person does. */
export async function choosePhoto(page: Page, photo: string): Promise<void> {
  // Listening from the start: switching interception on later races with a fast click.
  page.on('filechooser', () => undefined)
  const chooser = page.waitForEvent('filechooser')
  await page.locator('label').click()
  await (await chooser).setFiles(photo)
}

export function nextUpload(site: DemoSite): Promise<Received> {
  return new Promise((resolve) => site.onReceived(resolve))
}

/** Saves pictures of a page in a folder, numbered in the order in which they are taken. */
export function shooter(page: Page, folder: string): (what: string) => Promise<unknown> {
  let number = 0
  return (what) => page.screenshot({ path: join(folder, `${++number}-${what}.png`) })
}

/** Hides the faces that are found in a photo, and posts it; `shoot` sees each step. The account question was answered before. */
export async function postWithFacesHidden(
  page: Page,
  site: DemoSite,
  photo: string,
  shoot: (what: string) => Promise<unknown>,
): Promise<Received> {
  const received = nextUpload(site)
  await choosePhoto(page, photo)
  const findings = await pausePage(page, 'hide')
  await findings.locator('[data-action="hide"]').click()
  await findings.locator('.hide-mark').nth(1).waitFor({ timeout: 60_000 })
  await page.waitForTimeout(500)
  await shoot('what-should-be-hidden')
  await findings.locator('[data-action="hide-done"]').click()
  const file = await received
  await page.locator('li img').nth(1).waitFor()
  await page.waitForTimeout(500)
  await shoot('posted-with-faces-hidden')
  return file
}

/** Goes the parent's way through the pause; `shoot` sees each step. */
export async function postWithPause(
  page: Page,
  site: DemoSite,
  photo: string,
  shoot: (what: string) => Promise<unknown>,
): Promise<Received> {
  const received = nextUpload(site)
  await shoot('the-site')
  await choosePhoto(page, photo)
  const findings = await pausePage(page, 'clean')
  await page.waitForTimeout(500)
  await shoot('what-the-photo-gives-away')
  await findings.locator('[data-action="clean"]').click()
  const question = await pausePage(page, 'audience-limited')
  await page.waitForTimeout(500)
  await shoot('who-can-see-it')
  await question.locator('[data-action="audience-limited"]').click()
  const file = await received
  await page.locator('li img').waitFor()
  await page.waitForTimeout(500)
  await shoot('posted')
  return file
}
