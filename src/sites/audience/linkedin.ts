import { agreeing, type Reading } from '../../bridge/audience'

/** The composer's audience button and the choice behind it; seen in public code. The text is known in English only. */
const BUTTON = '.share-unified-settings-entry-button'
const CONNECTIONS_ONLY = '#CONNECTIONS_ONLY:checked, #CONNECTIONS_ONLY[aria-checked="true"]'

export function readLinkedin(document: Document): Reading {
  if (document.querySelector(CONNECTIONS_ONLY)) return 'limited'
  return agreeing(
    [...document.querySelectorAll(BUTTON)].map((button) => {
      const chosen = /\bPost to (Anyone|Connections only)\s*$/.exec(button.textContent ?? '')?.[1]
      if (chosen === undefined) return 'cannot-tell'
      return chosen === 'Anyone' ? 'public' : 'limited'
    }),
  )
}
