import { isRecord } from '../bridge/record'

/** A picture in a page, as the browser's menu names it. */
export interface PagePicture {
  readonly tab: number
  /** The frame it is in; 0 is the page itself. */
  readonly frame: number
  /** Its address, from the page: `https:`, `http:`, `data:`, `blob:` or anything else. */
  readonly address: string
}

export function parsePagePicture(value: unknown): PagePicture | null {
  if (!isRecord(value) || typeof value.address !== 'string') return null
  const { tab, frame, address } = value
  return Number.isSafeInteger(tab) && Number.isSafeInteger(frame)
    ? { tab: Number(tab), frame: Number(frame), address }
    : null
}
