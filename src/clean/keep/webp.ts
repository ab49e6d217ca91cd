import type { KeepTable } from './table'

/** RFC 9649 §2. */
export const WEBP: KeepTable = {
  RIFF: { why: 'head of the file, with its length' },
  VP8X: { why: 'size of the canvas, and which chunks follow' },
  ICCP: { why: 'colours', feature: 'colour-profile' },
  ANIM: { why: 'background colour and number of loops', feature: 'animation' },
  ANMF: { why: 'a frame of the animation' },
  'ANMF head': { why: 'place and time of a frame' },
  'ANMF/ALPH': { why: 'transparency of a frame' },
  'ANMF/VP8 ': { why: 'the picture of a frame' },
  'ANMF/VP8L': { why: 'the picture of a frame, lossless' },
  ALPH: { why: 'transparency' },
  'VP8 ': { why: 'the picture itself' },
  VP8L: { why: 'the picture itself, lossless' },
  'EXIF orientation': { why: 'way up, the only tag of a fresh block', feature: 'orientation' },
}
