import { agreeing, type Reading } from '../../bridge/audience'
import { parseEmbedded, valueAt } from './embedded-json'

/** The composer's visibility button, in newer and older versions; the drawing on it is the same in every language. */
const COMPOSER = '.compose-form'
const ICON = '.compose-form .dropdown-button .icon, .compose-form .privacy-dropdown__value-icon .icon'
/** `unlisted`, an open lock, is seen by everyone who comes to the profile. */
const ICONS: readonly (readonly [string, Reading])[] = [
  ['icon-globe', 'public'],
  ['icon-unlock', 'public'],
  ['icon-lock', 'limited'],
  ['icon-at', 'limited'],
]
const DEFAULTS: Readonly<Record<string, Reading>> = { public: 'public', unlisted: 'public', private: 'limited' }

/** Whether a page is one of Mastodon's web app, whichever server it comes from. */
export function isMastodon(document: Document): boolean {
  return document.querySelector('#mastodon') !== null && document.querySelector('script#initial-state') !== null
}

/** The visibility of the post that is being written; without a composer, the account's default. */
export function readMastodon(document: Document): Reading {
  if (document.querySelector(COMPOSER)) {
    const known = [...document.querySelectorAll(ICON)].flatMap((icon) =>
      ICONS.filter(([name]) => icon.classList.contains(name)).map(([, reading]) => reading),
    )
    return agreeing(known)
  }
  const state = parseEmbedded(document.querySelector('#initial-state')?.textContent)
  const wanted = valueAt(state, 'compose', 'default_privacy')
  return typeof wanted === 'string' && Object.hasOwn(DEFAULTS, wanted)
    ? (DEFAULTS[wanted] ?? 'cannot-tell')
    : 'cannot-tell'
}
