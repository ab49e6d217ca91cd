import { expect, test } from 'vitest'
import type { Engine, Inspection } from '../../../src/review/engine-contract'
import { ReviewSession } from '../../../src/review/review-session'

const place = { kind: 'place', severity: 'high', source: 'Exif GPS', names: ['Lyon'] } as const
const recipeFor = (name: string) => ({ name, type: 'image/jpeg', size: 0, pieces: [] })
const named = (name: string) => new File([name], `${name}.jpg`, { type: 'image/jpeg' })

/** Reads what a file says from its name: telling, plain, broken, stubborn. */
const engine: Engine = {
  async inspect(file): Promise<Inspection> {
    if (file.name.startsWith('plain')) return { outcome: 'nothing-found', format: 'jpeg', findings: [] }
    if (file.name.startsWith('broken'))
      return { outcome: 'cannot-check', format: null, findings: [], reason: 'not-recognised' }
    return { outcome: 'found', format: 'jpeg', findings: [place] }
  },
  async clean(file) {
    if (file.name.includes('stubborn')) return { outcome: 'refused', reason: 'not-proved' }
    return {
      outcome: 'cleaned',
      recipe: recipeFor(`plain-${file.name}`),
      changed: !/^plain\d?\.jpg$/.test(file.name),
      removed: ['APP1 Exif'],
      kept: [],
    }
  },
}

function session(names: string[], redraw: (file: File) => Promise<File | null> = async () => named('plain')) {
  const steps: number[] = []
  const held = new ReviewSession(names.map(named), engine, redraw, new AbortController().signal, () =>
    steps.push(held.progress.done),
  )
  return { held, steps }
}

const decisions = ({ verdict }: ReviewSession) =>
  verdict?.outcome === 'release'
    ? verdict.decisions.map((decision) =>
        decision.as === 'cleaned'
          ? decision.recipe.name
          : decision.as === 'replaced'
            ? decision.file.name
            : decision.as,
      )
    : verdict

test('nothing found in any file: decided without a question, every file as it was', async () => {
  const { held } = session(['plain1', 'plain2'])
  await held.inspect()
  await held.strip()
  expect(held.open).toEqual([])
  expect(held.verdict).toEqual({ outcome: 'release', decisions: [{ as: 'original' }, { as: 'original' }] })
})

test('there is no verdict while one file is open', async () => {
  const { held } = session(['plain', 'telling'])
  expect(held.verdict).toBeNull()
  await held.inspect()
  expect(held.open).toEqual([1])
  expect(held.verdict).toBeNull()
})

test('cleaning releases the copies, in order', async () => {
  const { held } = session(['telling', 'plain', 'other'])
  await held.inspect()
  await held.strip()
  await held.decide(() => 'clean')
  expect(decisions(held)).toEqual(['plain-telling.jpg', 'original', 'plain-other.jpg'])
})

test('a file that cannot be checked or proved stays open while the others are cleaned', async () => {
  const { held } = session(['telling', 'broken', 'stubborn'])
  await held.inspect()
  await held.decide(() => 'clean')
  expect(held.open).toEqual([1, 2])
  expect(held.items.map(({ trouble }) => trouble)).toEqual([null, 'not-recognised', 'not-proved'])
  expect(held.verdict).toBeNull()
  await held.decide((at) => (at === 1 ? 'redraw' : 'as-is'))
  expect(decisions(held)).toEqual(['plain-telling.jpg', 'plain.jpg', 'original'])
})

test('a redrawn copy in which something is found is not released', async () => {
  const { held } = session(['broken'], async () => named('telling'))
  await held.inspect()
  await held.decide(() => 'redraw')
  expect(held.open).toEqual([0])
  expect(held.items[0]?.trouble).toBe('not-proved')
})

test('a picture that cannot be redrawn stays open', async () => {
  const { held } = session(['broken'], async () => null)
  await held.inspect()
  await held.decide(() => 'redraw')
  expect(held.open).toEqual([0])
})

test('each photo can have its own answer', async () => {
  const { held } = session(['a', 'b', 'c'])
  await held.inspect()
  await held.decide((at) => (['clean', 'as-is', 'omit'] as const)[at] ?? 'clean')
  expect(decisions(held)).toEqual(['plain-a.jpg', 'original', 'omitted'])
})

test('leaving out every file is a cancelled choice', async () => {
  const { held } = session(['a', 'b'])
  await held.inspect()
  await held.decide(() => 'omit')
  expect(held.verdict).toEqual({ outcome: 'cancel' })
})

test('progress counts every file once', async () => {
  const { held, steps } = session(['a', 'plain', 'broken'])
  await held.inspect()
  expect(steps).toEqual([0, 1, 2, 3])
  expect(held.progress).toEqual({ done: 3, total: 3 })
})

test('what was cleaned ahead of the answer is not cleaned again, unless the file cannot be read any more', async () => {
  const cleaned: string[] = []
  const counting: Engine = {
    ...engine,
    clean: async (file) => {
      cleaned.push(file.name)
      return engine.clean(file)
    },
  }
  const gone = named('gone')
  gone.slice = () => {
    const slice = new Blob()
    slice.arrayBuffer = () => Promise.reject(new DOMException('moved', 'NotReadableError'))
    return slice
  }
  const files = [named('telling'), named('plain'), named('broken'), gone]
  const held = new ReviewSession(files, counting, async () => null, new AbortController().signal)
  await held.inspect()
  await held.cleanAhead(new AbortController().signal)
  expect(cleaned).toEqual(['telling.jpg', 'gone.jpg'])
  await held.strip()
  expect(cleaned.splice(2)).toEqual(['plain.jpg'])
  expect(held.open).toEqual([0, 2, 3])

  await held.decide(() => 'clean')
  expect(cleaned).toEqual(['telling.jpg', 'gone.jpg', 'gone.jpg'])
  expect(held.items.map(({ outcome }) => outcome?.kind)).toEqual(['cleaned', 'passed', undefined, 'cleaned'])
})

test('nothing more is cleaned ahead once there is an answer, and what is under way is waited for', async () => {
  const cleaned: string[] = []
  let finish = () => {}
  const slow: Engine = {
    ...engine,
    clean: async (file) => {
      cleaned.push(file.name)
      await new Promise<void>((done) => {
        finish = done
      })
      return engine.clean(file)
    },
  }
  const held = new ReviewSession([named('a'), named('b')], slow, async () => null, new AbortController().signal)
  await held.inspect()
  const answered = new AbortController()
  const ahead = held.cleanAhead(answered.signal)
  answered.abort()
  const decided = held.decide((at) => (at === 0 ? 'clean' : 'as-is'))
  finish()
  await Promise.all([ahead, decided])
  expect(cleaned).toEqual(['a.jpg'])
  expect(decisions(held)).toEqual(['plain-a.jpg', 'original'])
})

test('files in which nothing was found are decided by their clean copy, or stay open when there is none', async () => {
  const { held } = session(['plain', 'plain-details', 'plain-stubborn', 'telling'])
  await held.inspect()
  expect([held.open, held.verdict]).toEqual([[3], null])
  await held.strip()
  expect(held.items.map(({ outcome }) => outcome?.kind)).toEqual(['passed', 'stripped', undefined, undefined])
  expect(held.open).toEqual([2, 3])
  expect(held.items[2]?.trouble).toBe('not-proved')
  await held.decide((at) => (at === 2 ? 'as-is' : 'clean'))
  expect(decisions(held)).toEqual(['original', 'plain-plain-details.jpg', 'original', 'plain-telling.jpg'])
})

test('a block that nobody could read goes without a question', async () => {
  const unknown: Engine = {
    ...engine,
    inspect: async () => ({
      outcome: 'found',
      format: 'jpeg',
      findings: [{ kind: 'unknown', severity: 'low', source: 'APP7', bytes: 12, label: 'APP7' }],
    }),
  }
  const held = new ReviewSession([named('telling')], unknown, async () => null, new AbortController().signal)
  await held.inspect()
  expect(held.open).toEqual([])
  held.passUntouched()
  await held.strip()
  expect(decisions(held)).toEqual(['plain-telling.jpg'])
})

test('what by name, type and first bytes is neither picture nor video passes; what claims to be one is held', async () => {
  const strange: Engine = {
    ...engine,
    inspect: async () => ({ outcome: 'cannot-check', format: null, findings: [], reason: 'not-recognised' }),
  }
  const files = [
    new File(['x'], 'letter.docx', { type: 'application/octet-stream' }),
    new File(['x'], 'notes'),
    new File(['x'], 'photo.jpg', { type: 'application/x-unknown' }),
    new File(['x'], 'scan', { type: 'image/x-raw' }),
  ]
  const held = new ReviewSession(files, strange, async () => null, new AbortController().signal)
  await held.inspect()
  expect(held.items.map(({ outcome }) => outcome?.kind)).toEqual(['passed', 'passed', undefined, undefined])
})

/** A session that covers something in files, unless their name says that it cannot. */
function hidingSession(names: string[], given: Engine = engine) {
  const hide = async ({ name }: File) =>
    name.startsWith('plain-not') ? null : { file: named(`plain covered ${name.split('.')[0]}`), changes: [] }
  const { signal } = new AbortController()
  return new ReviewSession(
    names.map(named),
    given,
    async () => null,
    signal,
    () => undefined,
    hide,
  )
}

test('something can be covered also in a photo in which nothing was found', async () => {
  const held = hidingSession(['telling', 'plain1', 'plain2'])
  await held.inspect()
  await held.strip()
  await held.decide((at) => (at === 1 ? 'hide' : 'clean'))
  expect(decisions(held)).toEqual(['plain-telling.jpg', 'plain covered plain1.jpg', 'original'])
})

test('a photo in which nothing was found stays open when it cannot be covered, and no other copy of it goes', async () => {
  const held = hidingSession(['telling', 'plain-not'])
  await held.inspect()
  held.passUntouched()
  await held.decide(() => 'hide')
  expect(held.open).toEqual([1])
  expect(held.items[1]).toMatchObject({ trouble: 'not-hidden', outcome: null })
  expect(held.verdict).toBeNull()
})

test('a clean copy that comes late does not take the place of the covered one', async () => {
  const waiting: (() => void)[] = []
  const slow: Engine = {
    ...engine,
    clean: async (file) => {
      await new Promise<void>((go) => waiting.push(go))
      return engine.clean(file)
    },
  }
  const held = hidingSession(['plain-1'], slow)
  await held.inspect()
  const stripped = held.strip()
  await held.decide(() => 'hide')
  for (const go of waiting) go()
  await stripped
  expect(decisions(held)).toEqual(['plain covered plain-1.jpg'])
})
