import type { Frame } from './browsers'

/** What tests/pages/recorder.js wrote down. */
export interface Recorded {
  readonly files: readonly { where: string; name: string; size: number; type: string; at: number }[]
  readonly events: readonly { where: string; type: string; trusted: boolean; target: string }[]
  readonly bytes: readonly { where: string; name: string; length: number; exif: boolean }[]
  readonly polls: number
}

export async function recordedBy(frame: Frame): Promise<Recorded> {
  return JSON.parse(await frame.evaluate<string>('JSON.stringify(recorded)')) as Recorded
}
