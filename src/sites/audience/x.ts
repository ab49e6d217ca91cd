import type { Reading } from '../../bridge/audience'
import { parseEmbedded, valueAt } from './embedded-json'

/** The button with the signed-in account's own name, and the padlock beside a protected one. */
const PADLOCK = '[data-testid="SideNav_AccountSwitcher_Button"] svg[data-testid="icon-lock"]'
const STATE = /window\.__INITIAL_STATE__\s*=\s*(\{.*?\})\s*;?\s*(?:window\.__|$)/s

/**
 * The padlock is drawn anew with every change. That an account is public is told only by the state the page was loaded
 * with, so not on the settings pages, where it is changed, and not against the padlock.
 */
export function readX(document: Document, path: string): Reading {
  const isProtected = protectedAtLoad(document)
  if (document.querySelector(PADLOCK)) return isProtected === false ? 'cannot-tell' : 'limited'
  return isProtected === false && !path.startsWith('/settings') ? 'public' : 'cannot-tell'
}

function protectedAtLoad(document: Document): unknown {
  const text = [...document.querySelectorAll('script')]
    .map((script) => STATE.exec(script.textContent ?? '')?.[1])
    .find((found) => found !== undefined)
  const state = parseEmbedded(text)
  const id = valueAt(state, 'session', 'user_id')
  return typeof id === 'string' ? valueAt(state, 'entities', 'users', 'entities', id, 'protected') : undefined
}
