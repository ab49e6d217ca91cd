import { type Answered, answeredIn, type PauseFrame, tellAnswerer } from './answerer'
import type { Combination } from './combinations'
import type { Driver, Point } from './driver'

/** What the page saw of a file: how, when, and whether the bytes were the original's (null: it could not read them). */
interface Seen {
  readonly how: string
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

/** Milliseconds for a page without the extension to see the file; and with it, for the question and then for the page. */
const CONTROL_LIMIT_MS = 1500
const ASK_LIMIT_MS = 12_000
const RELEASE_LIMIT_MS = 8000
/** Milliseconds after which a page that is to see nothing would have. */
const CANCELLED_MS = 150
/** The question stays this long when the page acts meanwhile. */
const HELD_MS = 350

/** Tries combinations in one tab. */
export class Attack {
  /** Every frame has a pause page of its own, which stays for a minute. */
  private pauses = new Set<PauseFrame>()

  constructor(
    private readonly driver: Driver,
    private readonly address: string,
    private readonly extension: boolean,
  ) {}

  /** A fresh page: what an earlier combination did to it is gone. */
  async fresh(): Promise<void> {
    this.pauses.clear()
    await this.driver.go(this.address)
    for (let times = 0; times < 200; times++) {
      if (await this.driver.evaluate<boolean>('window.attack !== undefined')) return
      await new Promise((resume) => setTimeout(resume, 20))
    }
    throw new Error('the attacking page did not start')
  }

  async try(combination: Combination, photo: string): Promise<Outcome> {
    const { driver } = this
    const confirms = driver.confirms()
    driver.pick(photo)
    let problem: string | null = null
    let seen: readonly Seen[] = []
    let answered: readonly Answered[] = []
    try {
      const held = combination.moment === 'while it is held' || combination.reading.includes('whether told or not')
      const delay = held ? HELD_MS : 0
      for (const pause of this.pauses) await tellAnswerer(pause, combination.answer, delay).catch(() => {})
      const point = await driver.evaluate<Point | null>(`attack.prepare(${JSON.stringify(combination)})`)
      await this.act(combination, point, photo)
      if (this.extension) answered = await this.answers(combination, delay)
      seen = await driver.evaluate<Seen[]>(`attack.outcome(${this.limit(combination, answered)})`)
    } catch (error) {
      problem = String(error).split('\n')[0] ?? ''
      seen = await driver.evaluate<Seen[]>('attack.outcome(1)').catch(() => [])
    }
    return { seen, answered, pickers: driver.picked(), confirms: driver.confirms() - confirms, problem }
  }

  private limit({ answer }: Combination, answered: readonly Answered[]): number {
    if (!this.extension) return CONTROL_LIMIT_MS
    if (answered.length === 0) return 1
    return answer === 'cancel' ? CANCELLED_MS : RELEASE_LIMIT_MS
  }

  private async act({ opening }: Combination, point: Point | null, photo: string): Promise<void> {
    const { driver } = this
    const by = await driver.evaluate<string>(`attack.by(${JSON.stringify(opening)})`)
    if (by === 'script') {
      if (point) await driver.click(point)
      return driver.evaluate('attack.open()')
    }
    if (by === 'pointer' && point) await driver.click(point)
    if (by === 'drop' && point) await driver.drop(point, photo)
    if (by === 'key' || by === 'paste') await driver.evaluate('attack.focus()')
    if (by === 'key') await driver.press(driver.name === 'firefox' ? ' ' : 'Space')
    if (by === 'paste') await driver.paste(photo)
    await driver.evaluate('attack.driven()')
  }

  /** Waits for the pause to be answered; gives up once the page saw a file, or nobody asked. */
  private async answers({ answer }: Combination, delay: number): Promise<readonly Answered[]> {
    const { driver } = this
    const before = driver.confirms()
    for (const end = Date.now() + ASK_LIMIT_MS; Date.now() < end; ) {
      for (const pause of await driver.pauseFrames()) {
        if (this.pauses.has(pause)) continue
        this.pauses.add(pause)
        await tellAnswerer(pause, answer, delay).catch(() => {})
      }
      const answered = await this.answered()
      if (answered.length > 0) return answered
      if (driver.confirms() > before) return []
      if ((await driver.evaluate<number>('attack.sights()')) > 0) return this.answered()
      await new Promise((resume) => setTimeout(resume, 15))
    }
    return []
  }

  private async answered(): Promise<readonly Answered[]> {
    for (const pause of this.pauses) {
      if (pause.gone()) this.pauses.delete(pause)
      const answered = await answeredIn(pause).catch(() => [])
      if (answered.length > 0) return answered
    }
    return []
  }
}
