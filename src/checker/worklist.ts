import type { Engine, Inspection } from '../review/engine-contract'
import type { Picked } from './collect-files'

/** One file on the list; `inspection` is null until it was looked at. */
export interface Row extends Picked {
  readonly inspection: Inspection | null
}

const isPictureOrVideo = ({ type }: File) => /^(image|video)\//.test(type)

/** The files a parent picked to look into, and how far the look has come. */
export class Worklist {
  rows: readonly Row[] = []
  /** Files that are neither picture nor video: counted, not listed. */
  passedOver = 0
  looked = 0
  private stopping = new AbortController()

  constructor(
    private readonly engine: Engine,
    private readonly changed: () => void,
  ) {}

  get busy(): boolean {
    return this.looked < this.rows.length && !this.stopping.signal.aborted
  }

  get found(): readonly Row[] {
    return this.rows.filter(({ inspection }) => inspection?.outcome === 'found')
  }

  get unchecked(): readonly Row[] {
    return this.rows.filter(({ inspection }) => inspection?.outcome === 'cannot-check')
  }

  /** Looks into the files; resolves when all were looked at or the look was stopped. */
  async add(picked: readonly Picked[]): Promise<void> {
    if (this.stopping.signal.aborted) this.stopping = new AbortController()
    const { signal } = this.stopping
    const rows = picked.map((one): Row => ({ ...one, inspection: null }))
    this.rows = [...this.rows, ...rows]
    this.changed()
    await Promise.all(rows.map((row) => this.look(row, signal)))
  }

  /** What was not looked at by now leaves the list. */
  stop(): void {
    this.stopping.abort()
    this.rows = this.rows.filter(({ inspection }) => inspection)
    this.looked = this.rows.length
    this.changed()
  }

  clear(): void {
    this.stopping.abort()
    this.rows = []
    this.passedOver = 0
    this.looked = 0
    this.changed()
  }

  private async look(row: Row, signal: AbortSignal): Promise<void> {
    try {
      const inspection = await this.engine.inspect(row.file, signal)
      if (
        inspection.outcome === 'cannot-check' &&
        inspection.reason === 'not-recognised' &&
        !isPictureOrVideo(row.file)
      ) {
        this.rows = this.rows.filter((other) => other !== row)
        this.passedOver += 1
      } else {
        this.rows = this.rows.map((other) => (other === row ? { ...row, inspection } : other))
        this.looked += 1
      }
      this.changed()
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
}
