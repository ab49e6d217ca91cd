import { agreeing, type Reading } from './reading'

/** The choice beside “Who can watch this video” on the upload page; seen in public code, in English. */
const CHOICE = '[data-e2e="video_visibility_container"] [role="combobox"]'
const READINGS: Readonly<Record<string, Reading>> = { Everyone: 'public', Friends: 'limited', 'Only you': 'limited' }

export function readTiktok(document: Document): Reading {
  return agreeing(
    [...document.querySelectorAll(CHOICE)].map((box) => {
      const chosen = box.textContent?.trim() ?? ''
      return Object.hasOwn(READINGS, chosen) ? (READINGS[chosen] ?? 'cannot-tell') : 'cannot-tell'
    }),
  )
}
