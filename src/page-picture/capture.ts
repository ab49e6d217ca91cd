import { browser } from 'wxt/browser'
import { fileOf } from './file-from'
import { partAt } from './mhtml'
import type { PagePicture } from './picture'

const PERMISSION = { permissions: ['pageCapture' as const] }

export type Captured =
  | { readonly outcome: 'read'; readonly file: File }
  /** `refused`: the parent said no to the browser's question. `missing`: the browser does not have the picture any more. */
  | { readonly outcome: 'refused' | 'missing' }

/** Can this browser hand over a page with its pictures from memory? Chromium can; asking needs a permission of its own. */
export function canCapture(): boolean {
  return browser.runtime.getManifest().optional_permissions?.includes('pageCapture') ?? false
}

/**
 * Asks the browser for the page with everything it shows, which it writes from memory without a request, and takes this
 * one picture out. Must be called in the parent's own click; the permission is given back at once.
 */
export async function capture(picture: PagePicture): Promise<Captured> {
  if (!(await browser.permissions.request(PERMISSION))) return { outcome: 'refused' }
  try {
    const saved = await savedPage(picture.tab)
    const part = saved && partAt(await textOf(saved), picture.address)
    return part ? { outcome: 'read', file: fileOf(part.bytes, part.type, picture.address) } : { outcome: 'missing' }
  } finally {
    await browser.permissions.remove(PERMISSION)
  }
}

/** Null when the page was left, or is one that the browser does not hand over. */
async function savedPage(tabId: number): Promise<Blob | null> {
  try {
    return (await pageCapture().saveAsMHTML({ tabId })) ?? null
  } catch (problem) {
    console.warn('PausePhoto: the page could not be had from memory.', problem)
    return null
  }
}

interface PageCapture {
  saveAsMHTML(details: { tabId: number }): Promise<Blob | undefined>
}

/** Firefox does not have it, so the types that both share do not know it; it appears once the permission is there. */
function pageCapture(): PageCapture {
  const { chrome } = globalThis as unknown as { readonly chrome: { readonly pageCapture: PageCapture } }
  return chrome.pageCapture
}

/** One character a byte: MHTML is ASCII, and what is not must not be lengthened. */
async function textOf(saved: Blob): Promise<string> {
  return new TextDecoder('latin1').decode(await saved.arrayBuffer())
}
