import { siteIdOf } from '../sites'
import type { PageState } from './page-state'

/** What can be done about a page, from the popup. */
export type Remedy = 'add-site' | 'allow-site' | 'reload' | 'end-break' | 'turn-on' | 'turn-off'

/** Whether photos are checked on a page, in one word, and what the parent can do about it. */
export type Status =
  | { readonly name: 'checked-listed' | 'checked-added' | 'out-of-reach'; readonly remedy: null }
  | { readonly name: 'checked-everywhere'; readonly remedy: 'turn-off' }
  | { readonly name: 'break'; readonly remedy: 'end-break' }
  | { readonly name: 'not-watched'; readonly remedy: 'add-site' }
  | { readonly name: 'not-allowed'; readonly remedy: 'allow-site' }
  | { readonly name: 'too-old'; readonly remedy: 'reload' }
  | { readonly name: 'turned-off'; readonly remedy: 'turn-on' }

/** A break counts only where photos would be checked otherwise. */
export function statusOf(state: PageState, onBreak: boolean): Status {
  if (state.kind === 'out-of-reach') return { name: 'out-of-reach', remedy: null }
  if (state.kind === 'addable') return { name: 'not-watched', remedy: 'add-site' }
  if (state.off) return { name: 'turned-off', remedy: 'turn-on' }
  if (!state.allowed) return { name: 'not-allowed', remedy: 'allow-site' }
  if (onBreak) return { name: 'break', remedy: 'end-break' }
  if (state.reload) return { name: 'too-old', remedy: 'reload' }
  if (state.kind === 'everywhere') return { name: 'checked-everywhere', remedy: 'turn-off' }
  return { name: state.kind === 'listed' ? 'checked-listed' : 'checked-added', remedy: null }
}

/** What to call the place of this page: its name, or its host. */
export function placeName(state: PageState): string {
  if (state.kind === 'out-of-reach') return ''
  return state.kind === 'listed' ? state.site.name : state.address.host
}

/** Returns the name under which things done on this page are counted; null where nothing is checked. */
export function siteIdFor(state: PageState): string | null {
  if (state.kind === 'listed') return state.site.id
  return state.kind === 'added' || state.kind === 'everywhere' ? siteIdOf(state.address.host) : null
}
