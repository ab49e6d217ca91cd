import type { Answered } from './answerer'
import type { Combination, Together } from './combinations'
import type { Driver, Point } from './driver'

/** What the page saw of a file: how, when, and whether the bytes were the original's (null: it could not read them). */
interface Seen {
  readonly how: string
  /** Of the readings that looked, which one; null for what is none, such as a handler of the markup. */
  readonly reading: string | null
  readonly at: number
  readonly size: number
  readonly original: boolean | null
}

export interface Outcome {
  readonly seen: readonly Seen[]
  readonly answered: readonly Answered[]
  readonly pickers: number
  readonly confirms: number
  /** What the page or the driver threw. */
  readonly problem: string | null
}

/** Milliseconds for a page without the extension to see the file, once a picker opened. */
const CONTROL_LIMIT_MS = 1500
/** Milliseconds for a picker to open; where none does, nobody is asked and nothing is seen. */
const PICKER_LIMIT_MS = 600
/** Milliseconds after which it is worth asking whether a combination means anything at all. */
const DOUBT_MS = 500
/** Milliseconds for the question, and then for the page to get the file. */
const ASK_LIMIT_MS = 12_000
const RELEASE_LIMIT_MS = 8000
/** Milliseconds for the word of an answer after which the page saw a file. */
const WORD_LIMIT_MS = 2000
/** Milliseconds after which a page that is to see nothing would have. */
const CANCELLED_MS = 150
/** The question stays this long when the page acts meanwhile. */
const HELD_MS = 350

/** The page acts between the choice and the answer. */
const actsWhileHeld = (all: Together) =>
  all.some(({ moment, reading }) => moment === 'while it is held' || reading.includes('whether told or not'))

/** Tries combinations in one tab. */
export class Attack {
  constructor(
    private readonly driver: Driver,
    private readonly address: string,
    private readonly patience: number,
  ) {}

  /** A fresh page: what an earlier combination did to it is gone. */
  async fresh(): Promise<void> {
    await this.driver.go(this.address)
    // A module, which has run by the time of the load event.
    if (!(await this.driver.evaluate<boolean>('window.attack !== undefined')))
      throw new Error('the attacking page did not start')
  }

  /** In a browser without the extension. */
  async control(combination: Combination, photo: string): Promise<Outcome> {
    return this.run([combination], photo, async () => {
      const opens = await this.opensPicker(combination)
      return { answered: [], limit: opens ? this.patience * CONTROL_LIMIT_MS : 1 }
    })
  }

  /**
   * Gives up early only when `isDead` says that no page sees a file by this combination. Of several together it need not be said: they are
   * tried again, each alone.
   */
  async try(together: Together, photo: string, isDead: () => Promise<boolean>): Promise<Outcome> {
    const { driver } = this
    const [{ answer }] = together
    const asked = driver.answer({ answer, delay: actsWhileHeld(together) ? HELD_MS : 0 })
    const confirmed = driver.confirmed()
    return this.run(together, photo, async () => {
      const ended = new AbortController()
      const dead = after(DOUBT_MS, ended.signal).then(async () => {
        if (!(await isDead())) await new Promise(() => {})
      })
      const seen = driver.evaluate('attack.firstSight()').catch(() => new Promise(() => {}))
      // The word of the answer may come later than the file.
      const early = seen.then(() => Promise.race([asked, after(this.patience * WORD_LIMIT_MS, ended.signal)]))
      const first = await Promise.race([
        asked,
        confirmed,
        early,
        dead,
        after(this.patience * ASK_LIMIT_MS, ended.signal),
      ])
      ended.abort()
      const answered = first ? [first as Answered] : []
      if (answered.length === 0) return { answered, limit: 1 }
      const limit = together.length > 1 ? CONTROL_LIMIT_MS : RELEASE_LIMIT_MS
      return { answered, limit: answer === 'cancel' ? CANCELLED_MS : this.patience * limit }
    })
  }

  private async run(
    together: Together,
    photo: string,
    wait: () => Promise<{ readonly answered: readonly Answered[]; readonly limit: number }>,
  ): Promise<Outcome> {
    const { driver } = this
    const [combination] = together
    const readings = JSON.stringify(together.map(({ reading }) => reading))
    const confirms = driver.confirms()
    driver.pick(photo)
    let problem: string | null = null
    let seen: readonly Seen[] = []
    let answered: readonly Answered[] = []
    try {
      const point = await driver.evaluate<Point | null>(`attack.prepare(${JSON.stringify(combination)}, ${readings})`)
      // The page is gone where its combination is over.
      if (actsWhileHeld(together)) void driver.filled().then(() => driver.evaluate('attack.filled()').catch(() => {}))
      await this.act(combination, point, photo)
      const waited = await wait()
      answered = waited.answered
      seen = await driver.evaluate<Seen[]>(`attack.outcome(${waited.limit}, ${readings})`)
    } catch (error) {
      problem = String(error).split('\n')[0] ?? ''
      seen = await driver.evaluate<Seen[]>(`attack.outcome(1, ${readings})`).catch(() => [])
    } finally {
      driver.rest()
    }
    return { seen, answered, pickers: driver.picked(), confirms: driver.confirms() - confirms, problem }
  }

  private async act({ opening }: Combination, point: Point | null, photo: string): Promise<void> {
    const { driver } = this
    const by = await this.by(opening)
    if (by === 'script') {
      await driver.activate()
      if (point) await driver.click(point)
      return driver.evaluate('attack.open()')
    }
    const focus = () => driver.evaluate('attack.focus()')
    if (by === 'pointer' && point) await driver.click(point)
    if (by === 'drop' && point) await driver.drop(point, photo)
    if (by === 'key') await driver.press(driver.name === 'firefox' ? ' ' : 'Space', focus)
    if (by === 'paste') await driver.paste(photo, focus)
    await driver.evaluate('attack.driven()')
  }

  private by = (opening: string) => this.driver.evaluate<string>(`attack.by(${JSON.stringify(opening)})`)

  private async opensPicker({ opening }: Combination): Promise<boolean> {
    if (/^(drop|paste)$/.test(await this.by(opening))) return true
    for (const end = Date.now() + this.patience * PICKER_LIMIT_MS; Date.now() < end; await after(15))
      if (this.driver.picked() > 0) return true
    return false
  }
}

/** Resolves after so many milliseconds; never, once `signal` is aborted. */
const after = (milliseconds: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    signal?.addEventListener('abort', () => clearTimeout(timer))
  })
