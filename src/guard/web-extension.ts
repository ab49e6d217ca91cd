/** The few functions of the browser that the guard needs; the polyfill would be larger than the guard. */
interface WebExtension {
  readonly runtime: {
    /** undefined once the extension was updated or removed under an open page. */
    readonly id?: string
    getURL(path: string): string
    sendMessage(message: unknown): Promise<unknown>
    readonly onMessage: {
      addListener(heard: (message: unknown, sender: unknown, respond: (answer: unknown) => void) => void): void
    }
  }
  /** Chromium's alone. */
  readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null }
  readonly i18n: { getMessage(name: string): string }
}

const { browser, chrome } = globalThis as unknown as { browser?: WebExtension; chrome?: WebExtension }

export const webExtension = (browser ?? chrome) as WebExtension
