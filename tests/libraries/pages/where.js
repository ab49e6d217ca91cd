/** Where the page's uploads go: the case is in its own address. */
export const url = `/upload${location.search}`

/** A page reports here that its widget is ready, or that an upload has ended. */
export const report = (what) => {
  document.documentElement.dataset[what] = String(Number(document.documentElement.dataset[what] ?? 0) + 1)
}

/** Sends what an editor put into its text: the bytes behind the first picture. */
export async function sendPicture(address) {
  const bytes = await (await fetch(address)).blob()
  await fetch(url, { method: 'POST', body: bytes })
  report('sent')
}

/** Sends every picture that appears in an editor, once; what an editor shows while it reads a file is a GIF of one pixel. */
export function sendPicturesOf(root) {
  const sent = new Set()
  const look = () => {
    for (const { src } of root.querySelectorAll('img')) {
      if (!/^(data:image\/(?!gif)|blob:)/.test(src) || sent.has(src)) continue
      sent.add(src)
      void sendPicture(src)
    }
  }
  new MutationObserver(look).observe(root, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['src'],
  })
}

/** Sends what was chosen in one of several inputs of a page, under the page's case and the input's name. */
export async function sendChosen(name, files) {
  record(`${name} handler`, files)
  for (const file of files) await fetch(`${url}-${name}`, { method: 'POST', body: file })
}
