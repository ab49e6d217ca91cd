import { browser } from 'wxt/browser'
import { CheckerPage } from '../../src/checker/checker-page'
import { HidingProvider } from '../../src/pictures/hiding-context'
import { engine, fileNamed, hiding, pictures } from './fixtures'
import type { State, States } from './state'

/** The page with these files dropped on it. */
function checked(names: readonly string[], press: readonly string[] = [], hides = false): State {
  const drop = () => {
    const data = new DataTransfer()
    for (const name of names) data.items.add(fileNamed(name))
    const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
    document.querySelector('.pick-zone')?.dispatchEvent(event)
  }
  const draw = () => {
    if (names.length > 0) requestAnimationFrame(drop)
    const page = <CheckerPage key={[...names, ...press].join()} engine={engine} pictures={pictures} fromPage={null} />
    return hides ? <HidingProvider value={hiding}>{page}</HidingProvider> : page
  }
  return { draw, press }
}

declare const fake: { injected: string | null }

/** A picture in a page was asked about; `data` is what the page's tab gives of it. */
function asked(name: string, data: string | null): State {
  const draw = async () => {
    fake.injected = data
    const picture = { tab: 1, frame: 0, address: `https://a.example/${name}`, until: Date.now() + 60_000 }
    await browser.storage.session.set({ pictures: { [name]: picture } })
    return <CheckerPage key={`page ${name}`} engine={engine} pictures={pictures} fromPage={name} />
  }
  return { draw }
}

export const states: States = {
  empty: checked([]),
  looking: checked(['slow.jpg', 'placed.jpg']),
  done: checked(['telling.jpg', 'odd.jpg', 'plain.jpg', 'film.mp4', 'slight-unseen.jpg', 'moving.jpg']),
  'done, with no videos': checked(['telling.jpg', 'odd.jpg', 'plain.jpg', 'slight-unseen.jpg']),
  'a picture of a page': asked('telling.jpg', 'data:image/jpeg;base64,aGVsbG8='),
  'a picture that must be saved': asked('away.jpg', null),
  'a video that plays': checked(['film.mp4'], ['[data-action="play"]']),
  'hiding in one photo': checked(['plain.jpg'], ['[data-action="hide"]', '[data-action="find-text"]'], true),
  'hiding with a brush': checked(['plain.jpg'], ['[data-action="hide"]', '[value="brush"]'], true),
  'hiding in all photos': checked(['telling.jpg', 'plain.jpg', 'film.mp4'], ['[data-action="hide-album"]'], true),
  'a film to hide in': checked(['film.mp4'], ['[data-action="hide"]'], true),
}
