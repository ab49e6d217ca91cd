import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from './browsers'

interface Manifest {
  permissions: string[]
  host_permissions: string[]
  content_scripts: { js: string[] }[]
}

const BUILT = {
  chromium: process.env.PAUSEPHOTO_CHROME_BUILD ?? '.output/chrome-mv3',
  firefox: process.env.PAUSEPHOTO_FIREFOX_BUILD ?? '.output/firefox-mv3',
}

/**
 * A copy of the built extension with another manifest: no driver can press the browser's own permission box, so a test
 * begins with what a parent would have allowed.
 */
export async function changedBuild(
  browser: Browser['name'],
  change: (manifest: Manifest) => void,
): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), `pausephoto-${browser}-build-`))
  await cp(BUILT[browser], folder, { recursive: true })
  const path = join(folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(path, 'utf8'))
  change(manifest)
  await writeFile(path, JSON.stringify(manifest))
  return { folder, remove: () => rm(folder, { recursive: true }) }
}
