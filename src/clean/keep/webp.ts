import type { KeepTable } from './table'

/** RFC 9649 §2. */
export const WEBP: KeepTable = {
  RIFF: { why: 'head of the file, with its length' },
  VP8X: { why: 'size of the canvas, and which chunks follow' },
  ICCP: { why: 'colours', feature: 'colour-profile' },
  ANIM: { why: 'background colour and number of loops', feature: 'animation' },
  ANMF: { why: 'a frame of the animation', isPicture: true },
  'ANMF head': { why: 'place and time of a frame', isPicture: true },
  'ANMF/ALPH': { why: 'transparency of a frame', isPicture: true },
  'ANMF/VP8 ': { why: 'the picture of a frame', isPicture: true },
  'ANMF/VP8L': { why: 'the picture of a frame, lossless', isPicture: true },
  ALPH: { why: 'transparency', isPicture: true },
  'VP8 ': { why: 'the picture itself', isPicture: true },
  VP8L: { why: 'the picture itself, lossless', isPicture: true },
  'EXIF orientation': { why: 'way up, the only tag of a fresh block', feature: 'orientation' },
}
