import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { relayMessages } from '../src/pause/relay'

/** In public/relay.html alone, a page of ours: one script for it, because a frame waits for it. */
export default defineUnlistedScript({ globalName: false, main: () => relayMessages(window) })
