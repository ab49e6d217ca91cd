import type { KeepRow, KeepTable } from '../keep'

/** The segments of one JPEG stream that a decoder needs; ITU-T T.81 Annex B, JFIF 1.02, ICC.1 Annex B.4. */
const STREAM: Readonly<Record<string, KeepRow>> = {
  SOI: { why: 'start of image' },
  DQT: { why: 'quantization tables' },
  DHT: { why: 'Huffman tables' },
  DAC: { why: 'arithmetic coding conditioning' },
  DRI: { why: 'restart interval' },
  'SOF*': { why: 'frame header' },
  SOS: { why: 'scan header' },
  'entropy-coded data': { why: 'the picture itself' },
  DNL: { why: 'number of lines' },
  EOI: { why: 'end of image' },
  'APP0 JFIF': { why: 'pixel shape; without a thumbnail' },
  'APP2 ICC_PROFILE': { why: 'colours', tell: 'colour-profile' },
  'APP14 Adobe': { why: 'colour transform, without which CMYK turns negative' },
}

export const JPEG: KeepTable = {
  ...STREAM,
  'APP1 Exif orientation': { why: 'way up, the only tag of a fresh block', tell: 'orientation' },
}
