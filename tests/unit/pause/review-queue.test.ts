import { expect, it } from 'vitest'
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

it('closes the dialog before the page goes on, because editors look up what lies under the pointer', async () => {
  const sent: FromPause['type'][] = []
  let listen: (message: ReviewRequest) => void = () => undefined
  const dialog = new Dialog()
  const finished = new Promise((resolve) => {
    const connection = {
      host: destination.account.host,
      page: 'first',
      send: (message: FromPause) => void sent.push(message.type),
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
  expect(sent.filter((type) => type !== 'alive')).toEqual(['ready', 'show', 'hide', 'verdict', 'notice'])
})
