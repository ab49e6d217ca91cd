import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { guard } from '../src/guard/guard'

/** ISOLATED world, document_start, every frame, after page-world.ts; the manifest in wxt.config.ts loads it. */
export default defineUnlistedScript({ globalName: false, main: guard })
