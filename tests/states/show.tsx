import { render } from 'preact'
import { speak, WordsProvider } from '../../src/ui/words-context'
import { loadWords } from '../../src/words/languages'
import type { States } from './state'

/** Each page comes with its own styles, so a tab shows the states of one page only: `?page=pause`. */
const PAGES = import.meta.glob<States>('./{pause,checker,popup,options,welcome,help,handout,phone}.tsx', {
  import: 'states',
})

/** What varies by chance is the same in every picture; the question to think about is asked. */
Math.random = () => 0

const load = PAGES[`./${new URLSearchParams(location.search).get('page')}.tsx`]
if (!load) throw new Error('no such page')
const states = await load()

/** Draws a state in a language, waits until its pictures are there, and presses what leads to it. */
async function show(name: string, language: string): Promise<void> {
  const state = states[name]
  if (!state) throw new Error(`no state ${name}`)
  const words = await loadWords(language, [language])
  speak(words)
  render(null, document.body)
  render(<WordsProvider value={words}>{await state.draw()}</WordsProvider>, document.body)
  await settled()
  for (const selector of state.press ?? []) {
    // What is to be pressed may come with a picture, which comes once it is in view.
    const preview = document.querySelector('.video-preview')
    preview?.scrollIntoView()
    if (preview) await settled()
    const pressed = await appeared(selector)
    if (!pressed) throw new Error(`${name} has no ${selector}`)
    pressed.click()
    await settled()
  }
}

/** What is to be pressed may be loaded when it is first needed. */
async function appeared(selector: string, frames = 300): Promise<HTMLElement | null> {
  for (let left = frames; left > 0; left--) {
    const found = document.querySelector<HTMLElement>(selector)
    if (found) return found
    await new Promise(requestAnimationFrame)
  }
  return null
}

/** Nothing has changed for some frames, and every picture in view is decoded. */
async function settled(): Promise<void> {
  let still = 0
  const observer = new MutationObserver(() => {
    still = 0
  })
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  try {
    for (let frames = 0; frames < 240; frames++) {
      await new Promise(requestAnimationFrame)
      still++
      const waiting = Array.from(document.querySelectorAll('.thumbnail[data-state="waiting"]'))
      if (still > 2 && !waiting.some(isInView)) return
    }
  } finally {
    observer.disconnect()
  }
  throw new Error('a picture did not come, or something moves for ever')
}

function isInView(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect()
  return document.elementFromPoint(left + width / 2, top + height / 2)?.closest('.thumbnail') === element
}

/** Draws a state for who looks at sentences only: pictures may still be on their way. */
async function sketch(name: string, language: string): Promise<void> {
  const state = states[name]
  if (!state) throw new Error(`no state ${name}`)
  const words = await loadWords(language, [language])
  speak(words)
  render(null, document.body)
  render(<WordsProvider value={words}>{await state.draw()}</WordsProvider>, document.body)
  await new Promise(requestAnimationFrame)
  for (const selector of state.press ?? []) {
    ;(await appeared(selector, 30))?.click()
    await new Promise(requestAnimationFrame)
  }
}

Object.assign(globalThis, { show, sketch, states: Object.keys(states) })
