import { type Tab, until } from './browsers'

/** Keeps what the page saves: a headless browser has no downloads folder that both drivers can look into. */
export const CATCH_DOWNLOADS = `
  globalThis.saved = []
  delete globalThis.showSaveFilePicker
  HTMLAnchorElement.prototype.click = function () { globalThis.saved.push({ name: this.download, url: this.href }) }
  const create = URL.createObjectURL
  globalThis.blobs = new Map()
  URL.createObjectURL = (blob) => { const url = create(blob); globalThis.blobs.set(url, blob); return url }
  null`

export interface Saved {
  readonly name: string
  readonly bytes: Buffer
}

/** What the page saved so far, with its bytes. */
export async function savedBy(tab: Tab, count: number): Promise<Saved[]> {
  await until(`${count} saved`, () => tab.evaluate(`saved.length >= ${count}`))
  const list = await tab.evaluate<{ name: string; base64: string }[]>(`Promise.all(saved.map(async ({ name, url }) => {
    const bytes = new Uint8Array(await blobs.get(url).arrayBuffer())
    let text = ''
    for (const byte of bytes) text += String.fromCharCode(byte)
    return { name, base64: btoa(text) }
  }))`)
  return list.map(({ name, base64 }) => ({ name, bytes: Buffer.from(base64, 'base64') }))
}
