import { expect, it, vi } from 'vitest'
import type { FromPause } from '../../../src/bridge/pause'
import type { ReviewRequest } from '../../../src/pause/connection'
import type { Destination } from '../../../src/pause/destination'
import { Dialog } from '../../../src/pause/dialog'
import { reviewInTurn } from '../../../src/pause/review-queue'
import type { Engine } from '../../../src/review/engine-contract'

const engine: Engine = {
  inspect: async () => ({ outcome: 'found', format: 'jpeg', findings: [] }),
  clean: async ({ name, type, size }) => ({
    outcome: 'cleaned',
    recipe: { name, type, size, pieces: [{ kind: 'slice', start: 0, end: size }] },
    changed: true,
    removed: [],
    kept: [],
  }),
}
const destination: Destination = {
  rules: {
    letsPass: async () => false,
    read: async () => ({ without: null, offersRule: false, smallThings: 'ask', leavesUntouched: false }),
    setCleansWithoutAsking: async () => undefined,
    rememberCleaned: async () => undefined,
    askAboutSmallThings: async () => undefined,
  },
  account: {
    host: 'www.example.org',
    site: null,
    readAudience: async () => 'cannot-tell',
    isDue: async () => false,
    remember: async () => undefined,
  },
  answers: {
    recogniseAhead: () => undefined,
    recall: async () => [],
    remember: async () => undefined,
    forget: async () => undefined,
  },
}
const pictures = { thumbnail: async () => null, redraw: async () => null }

/** Reviews one photo, which is cleaned; returns what was said, and how to say that the page has it. */
async function reviewed() {
  const sent: FromPause[] = []
  let listen: (message: ReviewRequest) => void = () => undefined
  const dialog = new Dialog()
  const finished = new Promise((resolve) => {
    const connection = {
      host: destination.account.host,
      page: 'first',
      send: (message: FromPause) => void sent.push(message),
      listen: (listener: typeof listen) => {
        listen = listener
      },
    }
    reviewInTurn(connection, destination, { engine, pictures, dialog, afterPaint: async () => undefined }, resolve)
  })
  dialog.subscribe(() => {
    if (dialog.screen?.name === 'findings') dialog.screen.answer({ do: 'decide', choiceFor: () => 'clean' })
  })
  listen({ type: 'review', id: 1, way: 'drop', files: [new File(['x'], 'photo.jpg')] })
  await finished
  const types = () => sent.map(({ type }) => type).filter((type) => type !== 'alive')
  return { dialog, sent, types, delivered: (taken: boolean) => listen({ type: 'delivered', id: 1, taken }) }
}

it('closes the dialog before the page goes on, and tells what was done once the page has its files', async () => {
  const { dialog, types, delivered } = await reviewed()
  expect(types()).toEqual(['ready', 'show', 'hide', 'verdict'])
  delivered(true)
  expect(types()).toEqual(['ready', 'show', 'hide', 'verdict', 'notice'])
  expect(dialog.screen?.name).toBe('notice')
})

it('tells it also when the page says nothing', async () => {
  vi.useFakeTimers()
  const { types } = await reviewed()
  await vi.advanceTimersByTimeAsync(1999)
  expect(types().at(-1)).toBe('verdict')
  await vi.advanceTimersByTimeAsync(1)
  expect(types().at(-1)).toBe('notice')
  vi.useRealTimers()
})

it('keeps what nothing in the page could take, until a second try succeeds', async () => {
  const { dialog, sent, delivered } = await reviewed()
  delivered(false)
  const { screen } = dialog
  if (screen?.name !== 'untaken') throw new Error(`${screen?.name} is shown`)
  expect(screen.files.map(({ name }) => name)).toEqual(['photo.jpg'])
  screen.again()
  expect(sent.at(-1)).toEqual({ type: 'again', id: 1 })
  delivered(false)
  expect(dialog.screen?.name).toBe('untaken')
  delivered(true)
  expect(dialog.screen?.name).toBe('notice')
})
