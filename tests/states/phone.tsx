import { HidingProvider } from '../../src/pictures/hiding-context'
import type { Engine } from '../../src/review/engine-contract'
import { PlacesProvider } from '../../src/ui/places-context'
import type { HidingFiles, HidingLists, HidingPart } from '../../web/hiding-files'
import { type HidingSource, HidingSourceProvider } from '../../web/hiding-source'
import { PhonePage } from '../../web/phone-page'
import { engine, fileNamed, hiding, pictures, places } from './fixtures'
import type { State, States } from './state'

/** How the phone answers when it is asked to share: not at all, or with what its sheet came to. */
type Sheet = 'none' | 'shares' | 'cancels'

interface Phone {
  /** What another app shared; undefined when the page was opened in another way, null when it did not arrive. */
  readonly shared?: readonly string[] | null
  readonly press?: readonly string[]
  readonly sheet?: Sheet
  /** What is loaded when it is first asked for. */
  readonly source?: HidingSource
  /** Whether the page can be had without a network; nobody knows yet unless told. */
  readonly kept?: boolean
}

declare const fake: { stored: Record<string, unknown> }

/** Copies have a name that says nothing; those of 'endless…' are never made. */
const copying: Engine = {
  ...engine,
  async clean(file, signal) {
    if (file.name.startsWith('endless')) return new Promise(() => undefined)
    const cleaning = await engine.clean(file, signal)
    if (cleaning.outcome === 'refused') return cleaning
    const { recipe } = cleaning
    return { ...cleaning, recipe: { ...recipe, name: file.name.replace(/^[a-z]+/, 'photo') } }
  },
}

const never = () => new Promise<never>(() => undefined)
const filesOf = (part: HidingPart, bytes: number): HidingFiles => ({
  part,
  revision: 'a',
  files: [
    { path: 'pictures/a.wasm', bytes: bytes / 2 },
    { path: 'pictures/b.wasm', bytes: bytes / 2 },
  ],
})
const LISTS: HidingLists = { faces: filesOf('faces', 11_800_000), text: filesOf('text', 18_400_000) }

function sourceWith(changes: Partial<HidingSource>, ...loaded: readonly HidingPart[]): HidingSource {
  return {
    lists: async () => LISTS,
    missing: async ({ faces, text }) => [faces, text],
    load: async () => true,
    loaded: new Set(loaded),
    ...changes,
  }
}

const offered = sourceWith({})
const halfway = async ({ files: [first] }: HidingFiles, step?: (bytes: number) => void) => {
  step?.(first?.bytes ?? 0)
  return never()
}
const broken = async () => Promise.reject(new TypeError('offline'))

function page(name: string, phone: Phone = {}): State {
  const { shared, press = [], sheet = 'shares', source = offered, kept } = phone
  const draw = () => {
    Object.assign(fake, { stored: {} })
    shareLike(sheet)
    return (
      <PlacesProvider value={places}>
        <HidingProvider value={hiding}>
          <HidingSourceProvider value={source}>
            <PhonePage
              key={name}
              engine={copying}
              pictures={pictures}
              shared={arriving(shared)}
              kept={kept === undefined ? never() : Promise.resolve(kept)}
              whenIdle={() => undefined}
            />
          </HidingSourceProvider>
        </HidingProvider>
      </PlacesProvider>
    )
  }
  return { draw, press }
}

const arriving = (names: Phone['shared']) =>
  names === undefined ? null : Promise.resolve(names === null ? null : names.map(fileNamed))

function shareLike(sheet: Sheet): void {
  const share = async () => {
    if (sheet === 'cancels') throw new DOMException(sheet, 'AbortError')
  }
  for (const [name, value] of Object.entries({ canShare: () => sheet !== 'none', share }))
    Object.defineProperty(navigator, name, { configurable: true, value })
}

const button = (action: string) => `[data-action="${action}"]`
const CLEAN = button('clean')
const SEVERAL = ['telling.jpg', 'placed-2.jpg', 'plain.jpg', 'film.mp4', 'odd.jpg', 'slight.jpg']
const MANY = Array.from({ length: 13 }, (_, at) => `${at % 3 ? 'placed' : 'plain'}-${at}.jpg`)
const hide = button('hide')
const findText = button('find-text')

export const states: States = {
  start: page('start'),
  'start, not kept': page('start, not kept', { kept: false }),
  'both kinds of phone': page('both', {
    press: ['.phone-install details:not([open]) summary', '.phone-foot summary'],
  }),
  'nothing in the share': page('nothing', { shared: [] }),
  'a share that did not arrive': page('lost', { shared: null }),
  looking: page('looking', { shared: ['slow.jpg', 'placed.jpg'] }),
  'one photo': page('one', { shared: ['telling.jpg'] }),
  'one photo with nothing in it': page('plain', { shared: ['plain.jpg'] }),
  'one that cannot be checked': page('odd', { shared: ['odd.jpg'] }),
  several: page('several', { shared: SEVERAL }),
  many: page('many', { shared: MANY }),
  'copies being made': page('copying', { shared: ['placed.jpg', 'endless.jpg'], press: [CLEAN] }),
  'several copies': page('copies', { shared: SEVERAL, press: [CLEAN] }),
  'no copy': page('none', { shared: ['stubborn.jpg'], press: [CLEAN] }),
  'copies that cannot be shared': page('save', { shared: SEVERAL, press: [CLEAN], sheet: 'none' }),
  shared: page('shared', { shared: ['placed.jpg'], press: [CLEAN, button('share')] }),
  'shared, not after all': page('cancelled', { shared: SEVERAL, press: [CLEAN, button('share')], sheet: 'cancels' }),
  'who sees it': page('account', { shared: ['placed.jpg'], press: [CLEAN, '[data-site="instagram"]'] }),
  'who sees it, always everyone': page('always', { shared: ['placed.jpg'], press: [CLEAN, '[data-site="bluesky"]'] }),
  'who sees it, answered': page('answered', {
    shared: ['placed.jpg'],
    press: [CLEAN, '[data-site="pronote"]', button('audience-limited')],
  }),
  'hiding, to be loaded': page('hide asks', { shared: ['plain.jpg'], press: [hide] }),
  'hiding, loading': page('hide loads', {
    shared: ['plain.jpg'],
    press: [hide, button('load-hiding')],
    source: sourceWith({ load: halfway }),
  }),
  'hiding, not loaded': page('hide failed', {
    shared: ['plain.jpg'],
    press: [hide, button('load-hiding')],
    source: sourceWith({ load: broken }),
  }),
  'hiding in one photo': page('hides', {
    shared: ['plain.jpg'],
    press: [hide, findText],
    source: sourceWith({}, 'faces', 'text'),
  }),
  'text, to be loaded': page('text asks', {
    shared: ['plain.jpg'],
    press: [hide, findText],
    source: sourceWith({}, 'faces'),
  }),
  'text, loading': page('text loads', {
    shared: ['plain.jpg'],
    press: [hide, findText, button('load-hiding')],
    source: sourceWith({ load: halfway }, 'faces'),
  }),
  'a film to hide in': page('film', {
    shared: ['film.mp4'],
    press: [hide],
    source: sourceWith({}, 'faces', 'text'),
  }),
  'all being loaded': page('keeping', { kept: true, press: [button('keep-all')], source: sourceWith({ load: never }) }),
  'all kept': page('kept', { kept: true, source: sourceWith({ missing: async () => [] }) }),
  'nothing can be kept': page('not kept', {
    kept: true,
    press: [button('keep-all')],
    source: sourceWith({ load: async () => false }),
  }),
}
