import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { openDoor } from '../src/pause/door'

/** In public/door.html alone, a page of ours: one script for it, because a frame waits for it. */
export default defineUnlistedScript({ globalName: false, main: () => openDoor(window) })
