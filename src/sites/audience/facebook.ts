import { agreeing, type Reading } from '../../bridge/audience'

/** The composer's audience button, in English; seen in public code from 2023 to 2026. No other language is known. */
const BUTTON = '[role="button"][aria-label^="Edit privacy. Sharing with"]'
const LABEL = /^Edit privacy\. Sharing with (.*?)[\s.]*$/
const LIMITED =
  /^(Friends|Your friends|Your friends of friends|Friends of friends|Specific friends|Only me)$|^Friends except:/

/** The audience of the post that is being written. Groups and Marketplace have no such button. */
export function readFacebook(document: Document): Reading {
  return agreeing(
    [...document.querySelectorAll(BUTTON)].map((button) => {
      const audience = LABEL.exec(button.getAttribute('aria-label') ?? '')?.[1] ?? ''
      if (audience === 'Public') return 'public'
      return LIMITED.test(audience) ? 'limited' : 'cannot-tell'
    }),
  )
}
