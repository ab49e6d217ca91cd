import { Malformed } from '../../../formats/core/malformed'
import { Reader } from '../../../formats/core/reader'
import type { Clue } from '../../clue'
import { type Payload, within } from '../../decode/payload'
import { iptcClues } from '../iptc'

/** Bytes of the trailer's own end: signature, offset of its start in the file, reserved. */
const END = 12

/**
 * A trailer in the AXS File Concatenation Protocol: a directory of IPTC datasets, thumbnail and text, then its end.
 * @throws {Malformed} when it does not end as the protocol says.
 */
export function afcpClues(payload: Payload): Clue[] {
  const reader = new Reader(payload.bytes)
  const signature = reader.seek(payload.bytes.length - END).latin1(4)
  if (signature !== 'AXS!' && signature !== 'AXS*') throw new Malformed('no AFCP trailer')
  reader.littleEndian = signature === 'AXS*'
  const start = reader.u32()
  const count = reader.seek(6).u16()
  reader.skip(4)
  const out: Clue[] = []
  for (let i = 0; i < Math.min(count, 64); i++) {
    const type = reader.latin1(4)
    const size = reader.u32()
    // Offsets count from the start of the file, in which the trailer lies at `start`.
    const at = reader.u32() - start
    if (at < 0 || at + size > payload.bytes.length) continue
    const part = within(payload, at, at + size)
    if (type === 'IPTC') out.push(...iptcClues(part))
    if (type === 'Nail') out.push({ type: 'picture', role: 'thumbnail', picture: part.blob(0, size), source: 'AFCP' })
  }
  return out
}
