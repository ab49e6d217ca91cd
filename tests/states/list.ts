import { LANGUAGES } from '../../src/words/languages'
import { PAGES } from './pages'

/** What `show.tsx` puts into the frame's window. */
interface StatesWindow extends Window {
  readonly states?: readonly string[]
  show?(name: string, language: string): Promise<void>
}

const form = document.forms[0]
const frame = document.querySelector('iframe')
if (!form || !frame) throw new Error('list.html has a form and a frame')

fill('page', PAGES)
fill('language', LANGUAGES)
choose('language', 'en')
for (const [name, value] of new URLSearchParams(location.hash.slice(1))) choose(name, value)
form.addEventListener('change', ({ target }) => void (target === field('page') ? open() : show()))
void open()

/** Loads the page's states into the frame, each page with its own styles. */
async function open(): Promise<void> {
  frame?.setAttribute('src', `index.html?page=${field('page').value}`)
  const page = await loaded()
  const before = new URLSearchParams(location.hash.slice(1)).get('state')
  fill('state', page.states ?? [])
  if (before) choose('state', before)
  await show()
}

async function show(): Promise<void> {
  if (!frame) return
  frame.style.width = `${field('width').value}px`
  frame.style.colorScheme = field('scheme').value
  const page = await loaded()
  page.document.documentElement.style.colorScheme = field('scheme').value
  await page.show?.(field('state').value, field('language').value)
  const chosen = ['page', 'state', 'language', 'width', 'scheme'].map((name) => [name, field(name).value])
  history.replaceState(null, '', `#${new URLSearchParams(chosen)}`)
}

/** Resolves with the frame's window once its states are there. */
async function loaded(): Promise<StatesWindow> {
  for (;;) {
    const page: StatesWindow | null | undefined = frame?.contentWindow
    if (page?.show && page.location.search === `?page=${field('page').value}`) return page
    await new Promise(requestAnimationFrame)
  }
}

function field(name: string): HTMLSelectElement {
  const found = form?.elements.namedItem(name)
  if (!(found instanceof HTMLSelectElement)) throw new Error(`no field ${name}`)
  return found
}

function fill(name: string, values: readonly string[]): void {
  field(name).replaceChildren(...values.map((value) => new Option(value)))
}

function choose(name: string, value: string): void {
  const options = Array.from(field(name).options, (option) => option.value)
  if (options.includes(value)) field(name).value = value
}
