/** Stands in for `wxt/browser` where there is no extension: no policy of a school can set anything here. */
export const browser = {
  storage: {
    managed: { get: () => Promise.reject(new Error('a page has no policy')) },
    onChanged: { addListener: () => undefined, removeListener: () => undefined },
  },
}
