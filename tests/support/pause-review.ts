import type { Answer } from '../../src/bridge/account-answer'
import type { Repeatable } from '../../src/bridge/file-answer'
import type { Finding } from '../../src/findings/finding'
import type { Destination } from '../../src/pause/destination'
import { Dialog, type Screen } from '../../src/pause/dialog'
import { beginReview, type Review } from '../../src/pause/review'
import type { Rules } from '../../src/pause/site-rules'
import type { Engine } from '../../src/review/engine-contract'
import type { SmallThings } from '../../src/settings/settings'

const model: Finding = { kind: 'device', severity: 'low', source: 'Exif', model: 'Phone 3', serials: [] } as never
const place: Finding = { kind: 'place', severity: 'high', source: 'Exif GPS', names: ['Lyon'] }
/** A picture that holds its name. */
export const named = (name: string) => new File([name], name, { type: 'image/jpeg' })

export const afterPaint = async () => undefined

/** What a file says goes by its name. */
export const engine: Engine = {
  async inspect({ name }) {
    if (name.startsWith('plain')) return { outcome: 'nothing-found', format: 'jpeg', findings: [] }
    if (name.startsWith('odd')) return { outcome: 'cannot-check', format: null, findings: [], reason: 'not-recognised' }
    if (name.startsWith('bug')) throw new Error('a mistake of ours')
    if (name.startsWith('small')) return { outcome: 'found', format: 'jpeg', findings: [model] }
    return { outcome: 'found', format: 'jpeg', findings: [place] }
  },
  async clean({ name }) {
    if (name.includes('stubborn')) return { outcome: 'refused', reason: 'not-proved' }
    const recipe = { name: `clean ${name}`, type: 'image/jpeg', size: 0, pieces: [] }
    const changed = name !== 'plain'
    return { outcome: 'cleaned', recipe, changed, removed: ['APP1 Exif'], kept: ['colour-profile'] }
  },
}

/** What the site and the memory say; what is not given is as after the installation. */
export interface Given {
  /** What was answered before, under the file's name. */
  before?: Readonly<Record<string, Repeatable>>
  due?: boolean
  without?: boolean | 'school'
  letsPass?: boolean
  offersRule?: boolean
  smallThings?: SmallThings
  leavesUntouched?: boolean
}

export const rulesFor = (given: Given): Rules => ({
  without: given.without === true ? 'rule' : given.without || null,
  offersRule: given.offersRule ?? false,
  smallThings: given.smallThings ?? 'tell',
  leavesUntouched: given.leavesUntouched ?? false,
})

/** A site whose settings are as given; what is to be remembered is written down. */
export function destinationFor(given: Given, remembered: unknown[]): Destination {
  return {
    rules: {
      letsPass: async () => given.letsPass ?? false,
      read: async () => rulesFor(given),
      setCleansWithoutAsking: async (without) => void remembered.push({ without }),
      rememberCleaned: async (everything) => void remembered.push({ everything }),
      askAboutSmallThings: async () => undefined,
    },
    account: {
      host: 'www.example.org',
      site: null,
      readAudience: async () => 'cannot-tell',
      isDue: async () => given.due ?? false,
      remember: async (said: Answer) => void remembered.push(said),
    },
    answers: {
      recogniseAhead: () => undefined,
      recall: async (files) => files.map(({ name }) => given.before?.[name] ?? null),
      remember: async (files, choice) => void remembered.push({ [choice]: files.map(({ name }) => name) }),
      forget: async () => undefined,
    },
  }
}

/** A dialog whose screens are answered, each once. @returns it, and the names of the screens as they came. */
export function answeredDialog(answer: (screen: Screen) => void): { dialog: Dialog; shown: string[] } {
  const shown: string[] = []
  const dialog = new Dialog()
  let last: Screen | null = null
  dialog.subscribe(() => {
    const { screen } = dialog
    if (!screen || screen === last) return
    last = screen
    shown.push(screen.name)
    queueMicrotask(() => answer(screen))
  })
  return { dialog, shown }
}

export const pictures = {
  thumbnail: async () => ({ close: () => undefined }) as ImageBitmap,
  redraw: async () => named('plain'),
}

/** A review of these files whose screens are answered; `inspected` when it was looked into them already. */
export async function reviewOf(
  files: readonly (string | File)[],
  given: Given,
  answer: (screen: Screen) => void,
  inspected: 'inspected' | 'new' = 'inspected',
): Promise<{ review: Review; shown: string[]; remembered: unknown[] }> {
  const remembered: unknown[] = []
  const { dialog, shown } = answeredDialog(answer)
  const all = files.map((file) => (typeof file === 'string' ? named(file) : file))
  const services = { engine, pictures, dialog, afterPaint }
  const review = beginReview(all, destinationFor(given, remembered), services, new AbortController().signal)
  if (inspected === 'inspected') await review.session.inspect()
  return { review, shown, remembered }
}

/** For reviews that must ask nothing. */
export const never = ({ name }: Screen): void => {
  throw new Error(`nothing should be asked, and ${name} was`)
}
