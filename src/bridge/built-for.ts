/** Set by wxt.config.ts for each package, so that neither browser gets code that only the other needs. */
declare const FOR_FIREFOX: boolean

export const forFirefox = FOR_FIREFOX
