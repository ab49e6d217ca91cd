import { pause } from './browser.js'

/** A realm is where the input lives: its window and document, and what takes it away. */
const here = { win: window, doc: document, remove() {} }

const frame =
  (attributes, wait, style = '') =>
  async () => {
    const element = document.createElement('iframe')
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value())
    element.style.cssText = `width: 400px; height: 150px; ${style}`
    const loaded = new Promise((resolve) => {
      element.onload = resolve
    })
    document.querySelector('#stage').append(element)
    if (wait === 'load') await loaded
    else if (wait) await pause(wait)
    return realmOf(element)
  }

const realmOf = (element) => ({
  get win() {
    return element.contentWindow
  },
  get doc() {
    return element.contentDocument
  },
  frame: element,
  remove: () => element.remove(),
})

const EMPTY = '<!doctype html><title>Empty</title><body>'
const text = (type, body) => () => URL.createObjectURL(new Blob([body], { type }))

const popup = (address) => async () => {
  const win = window.open(address, '_blank')
  if (!win) throw new Error('the popup was blocked')
  if (address) await until(() => win.location.href.includes(address) && win.document.readyState === 'complete')
  await pause(100)
  return { win, doc: win.document, popup: true, remove: () => win.close() }
}

async function until(holds) {
  for (let times = 0; times < 100; times++) {
    try {
      if (holds()) return
    } catch {}
    await pause(20)
  }
  throw new Error('a realm never came')
}

export const REALMS = {
  top: async () => here,
  blank: frame({}),
  'about:blank': frame({ src: () => 'about:blank' }, 'load'),
  'about:blank#early': frame({ src: () => 'about:blank#early' }),
  srcdoc: frame({ srcdoc: () => EMPTY }, 'load'),
  page: frame({ src: () => '/attack/empty.html' }, 'load'),
  'page with a service of its own policy': frame(
    { src: () => '/attack/empty.html?csp=script-src%20%27none%27' },
    'load',
  ),
  blob: frame({ src: text('text/html', EMPTY) }, 'load'),
  xhtml: frame({ src: () => '/attack/empty.xhtml' }, 'load'),
  svg: frame({ src: () => '/attack/empty.svg' }, 'load'),
  'javascript: void': frame({ src: () => 'javascript:void 0' }, 50),
  'javascript: text': frame({ src: () => `javascript:'${EMPTY}'` }, 50),
  'no content': frame({ src: () => '/attack/no-content' }, 100),
  hanging: frame({ src: () => '/attack/hanging' }),
  'hanging, later': frame({ src: () => '/attack/hanging' }, 100),
  // As long as nobody comes near it.
  lazy: frame({ loading: () => 'lazy', src: () => '/attack/empty.html?lazy' }, 0, 'margin-top: 9000px'),
  'no scripts': frame({ sandbox: () => 'allow-same-origin', srcdoc: () => EMPTY }, 'load'),
  'no scripts, blank': frame({ sandbox: () => 'allow-same-origin' }),
  sandboxed: frame({ sandbox: () => 'allow-same-origin allow-scripts allow-forms', srcdoc: () => EMPTY }, 'load'),
  async written() {
    const realm = await REALMS.blank()
    realm.doc.open()
    realm.doc.write(EMPTY)
    realm.doc.close()
    return realm
  },
  async 'written while hanging'() {
    const realm = await REALMS.hanging()
    realm.doc.open()
    realm.doc.write(EMPTY)
    realm.doc.close()
    return realm
  },
  async reused() {
    const realm = await REALMS.blank()
    realm.early = realm.win
    const loaded = new Promise((resolve) => {
      realm.frame.onload = resolve
    })
    realm.frame.src = '/attack/empty.html?reused'
    await loaded
    return realm
  },
  async nested() {
    const outer = await REALMS.blank()
    const element = outer.doc.createElement('iframe')
    outer.doc.body.append(element)
    const inner = realmOf(element)
    inner.frame = undefined
    inner.within = [outer.frame, element]
    inner.remove = outer.remove
    return inner
  },
  async object() {
    const element = document.createElement('object')
    element.type = 'text/html'
    element.data = '/attack/empty.html?object'
    const loaded = new Promise((resolve) => {
      element.onload = resolve
    })
    document.querySelector('#stage').append(element)
    await loaded
    return realmOf(element)
  },
  popup: popup(''),
  'popup of a page': popup('/attack/empty.html'),
}
