import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closeExifTool, runExifTool } from '../support/exiftool'
import type { Bytes } from './mutate'

/** Files that one question to ExifTool is about. */
const BATCH = 200

const TAGS = ['GPSLatitude', 'GPSLongitude', 'GPSPosition', 'GPSCoordinates', 'GPSDestLatitude', 'LocationInformation']

/** Asks ExifTool about released files, many at a time, whether a place is in them. */
export class GpsOracle {
  private readonly root = mkdtempSync(join(tmpdir(), 'pausephoto-fuzz-'))
  private waiting: number[] = []
  private folder = this.nextFolder(0)
  private batches = 0
  private asking: Promise<void> = Promise.resolve()
  asked = 0
  /** Files with tables that make ExifTool ask for all memory, also when it does not look into streams. */
  unjudged = 0

  /** @param found is told which file holds a place, and the tags. */
  constructor(
    private readonly extension: string,
    private readonly found: (index: number, tags: string) => void,
  ) {}

  add(index: number, bytes: Bytes): void {
    writeFileSync(join(this.folder, `${index}.${this.extension}`), bytes)
    this.waiting.push(index)
    if (this.waiting.length >= BATCH) this.ask()
  }

  /** Asks about the rest and ends. */
  async close(): Promise<void> {
    this.ask()
    await this.asking
    await closeExifTool()
    rmSync(this.root, { recursive: true, force: true })
  }

  private ask(): void {
    const { folder, waiting } = this
    if (waiting.length === 0) return
    this.asked += waiting.length
    this.waiting = []
    this.folder = this.nextFolder(++this.batches)
    this.asking = this.asking
      .then(() => this.askAbout(folder, ['-ee']).catch(() => this.askOneByOne(folder, waiting)))
      .then(() => rmSync(folder, { recursive: true, force: true }))
  }

  private async askOneByOne(folder: string, waiting: readonly number[]): Promise<void> {
    for (const index of waiting) {
      const path = join(folder, `${index}.${this.extension}`)
      const answered = await this.askAbout(path, ['-ee'])
        .catch(() => this.askAbout(path, []))
        .catch(() => 'no answer')
      if (answered === 'no answer') this.unjudged++
    }
  }

  private async askAbout(path: string, more: readonly string[]): Promise<void> {
    const options = ['-json', '-a', '-u', ...more, '-n', '-q', '-G1', ...TAGS.map((tag) => `-${tag}`)]
    const text = await runExifTool([...options, path])
    for (const { SourceFile, ...tags } of JSON.parse(text || '[]') as Record<string, unknown>[]) {
      const index = Number.parseInt(/(\d+)\.\w+$/.exec(String(SourceFile))?.[1] ?? '', 10)
      // A latitude without a digit, as a broken count of values makes of it, says nothing.
      if (Object.values(tags).some((value) => value !== '')) this.found(index, JSON.stringify(tags))
    }
  }

  private nextFolder(batch: number): string {
    const folder = join(this.root, String(batch))
    mkdirSync(folder)
    return folder
  }
}
