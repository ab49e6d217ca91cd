declare global {
  /** Set by the guard: no script of the page's world runs in this document. */
  var pausephotoScriptless: boolean | undefined
}

/** Says whether the guard found that no script of the page's world runs in this document. */
export const isScriptless = (): boolean => !!globalThis.pausephotoScriptless
