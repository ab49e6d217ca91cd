import type { KeepTable } from './table'

/** ISO/IEC 18181-2; the way up and the colours are in the codestream. */
export const JXL: KeepTable = {
  'JXL ': { why: 'signature of the container' },
  ftyp: { why: 'brand of the container' },
  jxll: { why: 'level that a decoder has to support' },
  jxli: { why: 'index of the frames of an animation' },
  jxlc: { why: 'the picture itself', isPicture: true },
  jxlp: { why: 'a piece of the picture itself', isPicture: true },
  codestream: { why: 'the picture itself, without a container', isPicture: true },
}
