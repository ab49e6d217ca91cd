import { CheckerPage } from '../../src/checker/checker-page'
import { engine, fileNamed, pictures } from './fixtures'
import type { State, States } from './state'

/** The page with these files dropped on it. */
function checked(names: readonly string[], press: readonly string[] = []): State {
  const drop = () => {
    const data = new DataTransfer()
    for (const name of names) data.items.add(fileNamed(name))
    const event = new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
    document.querySelector('.pick-zone')?.dispatchEvent(event)
  }
  const draw = () => {
    if (names.length > 0) requestAnimationFrame(drop)
    return <CheckerPage key={names.join()} engine={engine} pictures={pictures} fromPage={null} />
  }
  return { draw, press }
}

export const states: States = {
  empty: checked([]),
  looking: checked(['slow.jpg', 'placed.jpg']),
  done: checked(['telling.jpg', 'odd.jpg', 'plain.jpg', 'film.mp4', 'slight-unseen.jpg', 'moving.jpg']),
  'done, with no videos': checked(['telling.jpg', 'odd.jpg', 'plain.jpg', 'slight-unseen.jpg']),
  'a video that plays': checked(['film.mp4'], ['[data-action="play"]']),
}
