import { expect, test, vi } from 'vitest'
import { Dialog, decideAll, type Screen } from '../../../src/pause/dialog'
import { reviewFiles } from '../../../src/pause/review-flow'
import type { Engine } from '../../../src/review/engine-contract'
import {
  afterPaint,
  answeredDialog,
  destinationFor,
  engine,
  type Given,
  named,
  never,
  pictures,
} from '../../support/pause-review'

/** Reviews the files; `answer` answers every screen that asks, and says which it was. */
async function review(names: string[], given: Given, answer: (screen: Screen) => void, stop = new AbortController()) {
  const remembered: unknown[] = []
  const { dialog, shown } = answeredDialog(answer)
  const destination = destinationFor(given, remembered)
  const reviewed = await reviewFiles(
    names.map(named),
    destination,
    { engine, pictures, dialog, afterPaint },
    stop.signal,
  )
  const { verdict } = reviewed
  const decisions =
    verdict.outcome === 'release'
      ? verdict.decisions.map((decision) =>
          decision.as === 'cleaned'
            ? decision.recipe.name
            : decision.as === 'replaced'
              ? decision.file.name
              : decision.as,
        )
      : 'cancel'
  return { ...reviewed, decisions, shown, remembered }
}

const says = (choice: 'clean' | 'as-is' | 'redraw' | 'omit') => (screen: Screen) => {
  if (screen.name === 'findings' || screen.name === 'trouble' || screen.name === 'failed')
    screen.answer(decideAll(choice))
  if (screen.name === 'account') screen.answer('later')
}

test('nothing found and no question due: nothing is shown', async () => {
  const { decisions, shown, untold } = await review(['plain'], {}, never)
  expect([decisions, shown, untold]).toEqual([['original'], [], false])
})

test('nothing found: small details are left out without a question, and a file that needs no change is the very same', async () => {
  const quiet = await review(['plain', 'plain details'], {}, never)
  expect([quiet.decisions, quiet.shown, quiet.untold]).toEqual([['original', 'clean plain details'], [], false])
  expect(quiet.summary).toMatchObject({ total: 2, cleaned: 0, stripped: 1, gone: [], kept: [] })
  expect(quiet.remembered).toEqual([])
})

test('nothing found, and no copy proved: asked as about any file that could not be checked', async () => {
  const { decisions, shown } = await review(['plain stubborn', 'plain details'], {}, says('as-is'))
  expect([decisions, shown]).toEqual([['original', 'clean plain details'], ['trouble']])
  const mixed = await review(['photo', 'plain stubborn'], {}, (screen) =>
    says(screen.name === 'trouble' ? 'omit' : 'clean')(screen),
  )
  expect([mixed.decisions, mixed.shown]).toEqual([
    ['clean photo', 'omitted'],
    ['findings', 'trouble'],
  ])
})

test('where the parent wants it so, files in which nothing is found go exactly as they are', async () => {
  const { decisions, shown } = await review(
    ['plain details', 'plain stubborn', 'photo'],
    { leavesUntouched: true },
    says('clean'),
  )
  expect([decisions, shown]).toEqual([['original', 'original', 'clean photo'], ['findings']])
})

test('small things alone are taken out and told, or quietly, or asked about, as the parent wants', async () => {
  const told = await review(['small', 'plain'], {}, never)
  expect([told.decisions, told.unasked, told.untold]).toEqual([['clean small', 'original'], 'small', true])
  expect(told.remembered).toEqual([])
  const quiet = await review(['small'], { smallThings: 'quiet' }, never)
  expect([quiet.decisions, quiet.unasked, quiet.untold]).toEqual([['clean small'], 'small', false])
  const asked = await review(['small'], { smallThings: 'ask' }, says('as-is'))
  expect([asked.decisions, asked.shown, asked.unasked]).toEqual([['original'], ['findings'], null])
})

test('small things beside a place are asked about together with it, and troubled files alone', async () => {
  const asked = await review(['small', 'photo'], { smallThings: 'quiet' }, says('clean'))
  expect([asked.shown, asked.unasked]).toEqual([['findings'], null])
  const troubled = await review(['small', 'small stubborn', 'odd.jpg'], {}, says('omit'))
  expect([troubled.shown, troubled.decisions]).toEqual([['trouble'], ['clean small', 'omitted', 'omitted']])
  const before = await review(['small', 'photo'], { before: { photo: 'as-is' } }, never)
  expect([before.decisions, before.unasked]).toEqual([['clean small', 'original'], 'small'])
})

test('on a break, and where it is switched off, nothing is looked into', async () => {
  const { decisions, shown } = await review(['photo', 'bug'], { letsPass: true }, never)
  expect([decisions, shown]).toEqual([['original', 'original'], []])
})

test('first the findings, then the account question, and its answer is remembered', async () => {
  const { decisions, shown, remembered, untold } = await review(['photo', 'plain'], { due: true }, says('clean'))
  expect(decisions).toEqual(['clean photo', 'original'])
  expect(shown).toEqual(['findings', 'account'])
  expect(remembered).toEqual([{ everything: true }, 'later', { clean: ['photo'] }])
  expect(untold).toBe(false)
})

test('what was taken out is left to tell when no account question did', async () => {
  const { untold, summary } = await review(['photo'], {}, says('clean'))
  expect(untold).toBe(true)
  expect(summary).toEqual({
    total: 1,
    cleaned: 1,
    hidden: 0,
    changes: [],
    redrawn: 0,
    stripped: 0,
    asIs: 0,
    omitted: 0,
    gone: ['place'],
    kept: ['colour-profile'],
  })
})

test('troubled files are asked about until each is decided, and a redrawn copy is one way', async () => {
  const { decisions, shown } = await review(['photo', 'odd', 'stubborn'], {}, (screen) =>
    says(screen.name === 'trouble' ? 'redraw' : 'clean')(screen),
  )
  expect(shown).toEqual(['findings', 'trouble'])
  expect(decisions).toEqual(['clean photo', 'plain', 'plain'])
})

test('where the parent wants no question, files are cleaned and proved all the same', async () => {
  const silent = await review(['photo'], { without: true }, never)
  expect([silent.decisions, silent.unasked, silent.untold, silent.remembered]).toEqual([
    ['clean photo'],
    'rule',
    true,
    [],
  ])
  expect((await review(['photo'], { without: 'school' }, never)).unasked).toBe('school')
  const stubborn = await review(['photo', 'stubborn'], { without: true }, says('omit'))
  expect(stubborn.shown).toEqual(['trouble'])
  expect(stubborn.decisions).toEqual(['clean photo', 'omitted'])
})

test('an offered rule is set only when the parent ticks it', async () => {
  const offered = await review(['photo'], { offersRule: true }, (screen) => {
    if (screen.name === 'findings') {
      expect(screen.offerRule).toBe(true)
      screen.answer({ do: 'decide', choiceFor: () => 'clean', asRule: true })
    }
  })
  expect(offered.remembered[0]).toEqual({ without: true })
  const declined = await review(['photo'], { offersRule: true }, says('clean'))
  expect(declined.remembered).not.toContainEqual({ without: true })
})

test('another answer than cleaning everything begins the count anew', async () => {
  expect((await review(['photo'], {}, says('as-is'))).remembered).toContainEqual({ everything: false })
})

test('what was answered before for the same file is done again without a question, and told', async () => {
  const cleaned = await review(['photo', 'plain'], { before: { photo: 'clean' } }, never)
  expect([cleaned.decisions, cleaned.unasked, cleaned.untold]).toEqual([['clean photo', 'original'], 'before', true])
  expect(cleaned.remembered).toEqual([])
  const asIs = await review(['photo'], { before: { photo: 'as-is' } }, never)
  expect([asIs.decisions, asIs.unasked, asIs.untold]).toEqual([['original'], 'before', true])
  const redrawn = await review(['odd'], { before: { odd: 'redraw' } }, never)
  expect([redrawn.decisions, redrawn.unasked]).toEqual([['plain'], 'before'])
})

test('one file that is new asks about all, with the earlier answers already chosen', async () => {
  const { decisions, unasked, remembered } = await review(
    ['photo', 'holiday'],
    { before: { photo: 'as-is' } },
    ({ name, ...screen }) => {
      if (!('earlier' in screen)) throw new Error(`${name} was shown`)
      expect([...screen.earlier]).toEqual([[0, 'as-is']])
      screen.answer({ do: 'decide', choiceFor: (at) => screen.earlier.get(at) ?? 'clean' })
    },
  )
  expect([decisions, unasked]).toEqual([['original', 'clean holiday'], null])
  expect(remembered).toEqual([{ everything: false }, { clean: ['holiday'] }, { 'as-is': ['photo'] }])
})

test('an earlier answer that cannot be carried out is asked about', async () => {
  const { decisions, shown, unasked } = await review(['stubborn'], { before: { stubborn: 'clean' } }, says('as-is'))
  expect([decisions, shown, unasked]).toEqual([['original'], ['trouble'], null])
})

test('where the rule is to take everything out, an earlier answer does not count', async () => {
  const { decisions, unasked } = await review(['photo'], { without: true, before: { photo: 'as-is' } }, never)
  expect([decisions, unasked]).toEqual([['clean photo'], 'rule'])
})

test.each(['findings', 'account'] as const)('cancelling at %s sends nothing and remembers nothing', async (where) => {
  const { decisions, remembered } = await review(['photo'], { due: true }, (screen) => {
    if (screen.name === 'account') screen.answer('cancel')
    else if (screen.name === 'findings') screen.answer(where === 'findings' ? { do: 'cancel' } : decideAll('as-is'))
  })
  expect(decisions).toBe('cancel')
  expect(remembered.filter((one) => typeof one === 'string')).toEqual([])
  expect(remembered).not.toContainEqual({ 'as-is': ['photo'] })
})

test('a mistake of ours holds the files and asks', async () => {
  const { decisions, shown } = await review(['bug'], { due: true }, says('as-is'))
  expect([shown, decisions]).toEqual([['failed'], ['original']])
  expect(
    (await review(['bug'], {}, (screen) => screen.name === 'failed' && screen.answer({ do: 'cancel' }))).decisions,
  ).toBe('cancel')
})

test('work that takes longer shows how far it is, and can be given up', async () => {
  vi.useFakeTimers()
  const slow: Engine = {
    inspect: (_file, signal) =>
      new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason), { once: true })),
    clean: () => Promise.reject(new Error('not asked for')),
  }
  const dialog = new Dialog()
  const nothing = { thumbnail: async () => null, redraw: async () => null }
  const services = { engine: slow, pictures: nothing, dialog, afterPaint }
  const reviewing = reviewFiles([named('photo')], destinationFor({}, []), services, new AbortController().signal)
  await vi.advanceTimersByTimeAsync(399)
  expect(dialog.screen).toBeNull()
  await vi.advanceTimersByTimeAsync(1)
  const { screen } = dialog
  if (screen?.name !== 'progress') throw new Error('no progress is shown')
  expect(screen.session.progress).toEqual({ done: 0, total: 1 })
  screen.cancel()
  expect((await reviewing).verdict).toEqual({ outcome: 'cancel' })
  vi.useRealTimers()
})

test('files that are withdrawn get no answer', async () => {
  const stop = new AbortController()
  const waiting = review(['photo'], {}, () => stop.abort(new Error('withdrawn')), stop)
  await expect(waiting).rejects.toThrow('withdrawn')
})
