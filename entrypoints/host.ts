import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { host } from '../src/guard/host'

/** ISOLATED world, beside guard.ts, once a picker opens or a photo is held (src/site-access/inject-script.ts). */
export default defineUnlistedScript({ globalName: false, main: host })
