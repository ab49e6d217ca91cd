import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import { makePhoto } from '../support/made-photos'

/** A page of the ways in which a parent can be busy, each with an input of its own, far down a long page. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>A busy page</title>
<style>#inner { height: 60px; overflow: auto } #full { background: #fff }</style>
<div style="height: 3000px">Above</div>
<textarea id="field">some words that were typed</textarea>
<div id="editor" contenteditable="true"><p id="first">one two three</p><p id="second">four five six</p></div>
<div id="inner"><div style="height: 500px">Scrolls by itself</div></div>
<div id="popover" popover><input id="in-popover" value="in a popover"></div>
<dialog id="modal"><input id="in-modal" value="in a modal"></dialog>
<div id="full"><button type="button" id="enter">Fullscreen</button><input id="in-full" value="in fullscreen"></div>
<div id="shadow"></div>
<input type="file" id="file">
<div style="height: 3000px">Below</div>
<script>
  shadow.attachShadow({ mode: 'open' }).innerHTML = '<input id="in-shadow" value="in a shadow root">'
  enter.addEventListener('click', () => full.requestFullscreen())
  window.heard = []
  window.log = []
  for (const type of ['toggle', 'close', 'cancel', 'fullscreenchange', 'beforetoggle'])
    document.addEventListener(type, ({ target }) => {
      if (target instanceof Element && target.id && target !== file) log.push(type + ' ' + target.id)
    }, true)
  // The focus elsewhere in the page, another selection, a scroll: not that the same has them again.
  window.told = {}
  const tell = (what, now) => {
    if (told[what] !== now) log.push(what + ' ' + now)
    told[what] = now
  }
  window.selected = () => {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = getSelection()
    return [anchorNode?.nodeName, anchorOffset, focusNode?.nodeName, focusOffset].join()
  }
  addEventListener('focusin', ({ target }) => document.body.contains(target) && tell('focus', target.id))
  // Beside that of a field in a shadow root Firefox puts the document's own once there and once nowhere.
  const fieldInShadow = () => document.activeElement.shadowRoot !== null
  document.addEventListener('selectionchange', () => fieldInShadow() || tell('selection', selected()))
  addEventListener('scroll', ({ target }) => tell('scroll of ' + (target.id ?? 'page'), target.scrollTop ?? scrollY), true)
  file.addEventListener('change', () => heard.push(file.files.length))
</script>`

/** What a parent is busy with, and how to begin. */
const BUSY: Readonly<Record<string, string>> = {
  'a caret in a field': `field.focus(); field.setSelectionRange(5, 10, 'backward')`,
  'a selection in an editor': `editor.focus(); getSelection().setBaseAndExtent(second.firstChild, 6, first.firstChild, 4)`,
  'a selection without focus': `getSelection().setBaseAndExtent(first.firstChild, 1, first.firstChild, 5)`,
  'a popover': `popover.showPopover(); popover.firstChild.focus(); popover.firstChild.setSelectionRange(2, 4)`,
  'a modal dialog': `modal.showModal(); modal.firstChild.focus(); modal.firstChild.setSelectionRange(3, 3)`,
  'a field in a shadow root': `shadow.shadowRoot.firstChild.focus(); shadow.shadowRoot.firstChild.setSelectionRange(1, 2)`,
  fullscreen: `document.querySelector('#in-full').focus()`,
}

const BEGIN = `
  if (popover.matches(':popover-open')) popover.hidePopover()
  modal.close()
  document.activeElement.blur()
  getSelection().removeAllRanges()
  scrollTo({ left: 0, top: 2800, behavior: 'instant' })
  document.querySelector('#inner').scrollTop = 120
`

/** Focus, selection, caret, scroll, popovers, modals, fullscreen, and what lies at points of the page. */
const STATE = `(() => {
  const path = []
  for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement) path.push(at.id || at.localName)
  const { anchorNode, anchorOffset, focusNode, focusOffset, type } = getSelection()
  const active = document.activeElement.shadowRoot?.activeElement ?? document.activeElement
  const named = (node) => node && (node.parentElement?.id || node.nodeName)
  const points = []
  for (let x = 20; x < innerWidth / 2; x += 60)
    for (let y = innerHeight / 3; y < innerHeight / 2; y += 40) {
      const found = document.elementFromPoint(x, y)
      points.push(found && (found.id || found.localName))
    }
  return {
    focus: path,
    hasFocus: document.hasFocus(),
    selection: [type, named(anchorNode), anchorOffset, named(focusNode), focusOffset],
    caret: ['selectionStart', 'selectionEnd', 'selectionDirection'].map((name) => (active.type === 'text' || active.localName === 'textarea' ? active[name] : null)),
    scroll: [scrollX, scrollY, document.querySelector('#inner').scrollTop],
    popover: popover.matches(':popover-open'),
    modal: modal.matches(':modal'),
    fullscreen: document.fullscreenElement?.id ?? null,
    points: points.join(),
    log: log.join(),
    texts: [field.value, editor.textContent],
  }
})()`

type State = Record<string, unknown>

/** What pages are like without the extension, by browser and by what the parent is busy with. */
const without = new Map<string, State>()

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-as-it-was-'))
})
afterAll(() => rm(folder, { recursive: true }))

const begin = async (tab: Tab, busy: string) => {
  await tab.evaluate(`{ ${BEGIN} }`)
  const isFull = await tab.evaluate<boolean>('document.fullscreenElement !== null')
  if (busy === 'fullscreen' && !isFull) {
    await tab.click('#enter')
    await until('fullscreen', () => tab.evaluate(`document.fullscreenElement?.id === 'full'`))
  }
  await tab.evaluate(`{ ${BUSY[busy]}; null }`)
  // What the page itself did until here is no part of it; its events come in tasks of their own.
  await tab.evaluate(
    `new Promise((done) => requestAnimationFrame(() => setTimeout(() => { log.length = 0; heard.length = 0; told.selection = selected(); done() })))`,
  )
}
const frames = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))`

eachBrowser(
  'without the extension a page',
  (stage) => {
    it('is as it was once a photo was chosen', async () => {
      stage.site.serve('/served/busy.html', 'text/html; charset=utf-8', PAGE)
      const tab = await stage.browser.open(stage.site.address('www.instagram.com', '/served/busy.html'))
      const photo = await makePhoto(folder, `${stage.name}-without.jpg`, { place: true })
      for (const busy of Object.keys(BUSY)) {
        await begin(tab, busy)
        const before = await tab.evaluate<State>(STATE)
        await tab.evaluate(`file.value = ''`)
        await tab.give('#file', [photo])
        await until('the change', () => tab.evaluate(`heard.length === 1`))
        await tab.evaluate(frames)
        const after = await tab.evaluate<State>(STATE)
        without.set(`${stage.name} ${busy}`, after)
        // Each busy state is really there, or the comparison would say nothing.
        expect([busy, after]).toEqual([busy, before])
      }
      await tab.close()
    })
  },
  { extension: false },
)

eachBrowser('with the extension a page', (stage) => {
  let tab: Tab
  beforeAll(async () => {
    stage.site.serve('/served/busy.html', 'text/html; charset=utf-8', PAGE)
    tab = await stage.browser.open(stage.site.address('www.instagram.com', '/served/busy.html'))
    // The account question comes once, before everything else.
    await tab.give('#file', [await makePhoto(folder, `${stage.name}-settled.jpg`)])
    await (await tab.pause()).press('audience-later')
    await until('the first change', () => tab.evaluate(`heard.length === 1`))
  })
  afterAll(() => tab?.close())

  it.each(Object.keys(BUSY))('is as it was without it, after each answer: %s', async (busy) => {
    const expected = without.get(`${stage.name} ${busy}`)
    expect(expected).toBeDefined()
    for (const answer of ['cancel', 'clean', 'send-as-is'] as const) {
      const name = `${stage.name}-${Object.keys(BUSY).indexOf(busy)}-${answer}`
      const photo = await makePhoto(folder, `${name}.jpg`, { place: true, caption: name })
      await begin(tab, busy)
      await tab.give('#file', [photo])
      await (await tab.pause()).press(answer)
      await until('the pause to close', async () => !(await tab.isPaused()))
      if (answer !== 'cancel') await until('the change', () => tab.evaluate(`heard.length === 1`))
      await tab.evaluate(frames)
      await expect
        .poll(() => tab.evaluate<State>(STATE), { timeout: 3000, message: `${busy}, ${answer}` })
        .toEqual(expected)
    }
  })
})
