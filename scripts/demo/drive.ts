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

/** Goes the parent's way through the pause, and saves a numbered picture of each step. */
export async function postWithPause(page: Page, site: DemoSite, photo: string, shots: string): Promise<Received> {
  let number = 0
  const shoot = (what: string) => page.screenshot({ path: join(shots, `${++number}-${what}.png`) })
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
