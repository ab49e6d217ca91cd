import type { Finding } from '../finding'

/** A calendar date with a plausible year, with or without separators: 20250614, 2025-06-14, 14.06.2025. */
const DATE =
  /(?<!\d)(?:(?:19|20)\d\d([-_. ]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])([-_.])(?:0[1-9]|1[0-2])\2(?:19|20)\d\d)(?!\d{3,5}(?!\d))/
/** Seconds or milliseconds since 1970, from September 2001 on, as messengers write them: FB_IMG_1612345678901. */
const UNIX_TIME = /(?<!\d)1\d{9}(?:\d{3})?(?!\d)/
/** Decimal degrees with at least three places: 48.8134,2.3622. */
const COORDINATES = /-?\d{1,2}\.\d{3,}\s*[,_ ]\s*-?\d{1,3}\.\d{3,}/
const MAIL_ADDRESS = /[\w.+-]+@[\w-]+\.[a-z]{2,}/i
/** Facebook's own names lead back to the photo there: 4532_102938475610_998877_n. */
const FACEBOOK_ID = /(?<!\d)\d{4,}_\d{8,}_\d{4,}_[no](?![a-z])/

const TELLING = [DATE, UNIX_TIME, COORDINATES, MAIL_ADDRESS, FACEBOOK_ID]

/** Whether a file's name says more than that it is a file: when, where or by whom the photo was made. */
export function nameTells(name: string): boolean {
  return TELLING.some((pattern) => pattern.test(name))
}

/** Returns one finding where the name of the file tells something, none otherwise. */
export function fileName(name: string): Finding[] {
  return nameTells(name) ? [{ kind: 'file-name', severity: 'low', source: 'file name', name }] : []
}
