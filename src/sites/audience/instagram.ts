import { agreeing, type Reading } from '../../bridge/audience'
import { parseEmbedded, tuplesNamed, valueAt } from './embedded-json'

/**
 * Instagram puts the signed-in account's own data into the page, as `["PolarisViewer", [], { data: { id, is_private } }]`
 * in a script of JSON; seen in public code up to 2026. It is true when the page loads: on the settings pages, where it is
 * changed, and when the cookie names another account, nothing can be told.
 */
export function readInstagram(document: Document, path: string): Reading {
  if (path.startsWith('/accounts/')) return 'cannot-tell'
  const signedIn = /(?:^|;\s*)ds_user_id=(\d+)/.exec(document.cookie ?? '')?.[1]
  const scripts = [...document.querySelectorAll('script[type="application/json"][data-sjs]')]
  return agreeing(
    scripts
      .filter((script) => script.textContent?.includes('"PolarisViewer"'))
      .flatMap((script) => tuplesNamed('PolarisViewer', parseEmbedded(script.textContent)))
      .map(([, , viewer]) => {
        if (signedIn !== undefined && valueAt(viewer, 'data', 'id') !== signedIn) return 'cannot-tell'
        const isPrivate = valueAt(viewer, 'data', 'is_private')
        return typeof isPrivate !== 'boolean' ? 'cannot-tell' : isPrivate ? 'limited' : 'public'
      }),
  )
}
