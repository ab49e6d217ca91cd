import type { KeepTable } from './table'

/** PNG, 3rd edition, §11; src/formats/png/chunks.ts checks their sizes. */
export const PNG: KeepTable = {
  signature: { why: 'the first bytes of every PNG' },
  CgBI: { why: 'tells that the picture is stored in Apple’s way' },
  IHDR: { why: 'size and kind of picture', isPicture: true },
  PLTE: { why: 'palette', isPicture: true },
  IDAT: { why: 'the picture itself', isPicture: true },
  IEND: { why: 'end of the picture' },
  tRNS: { why: 'transparency', isPicture: true },
  gAMA: { why: 'gamma' },
  cHRM: { why: 'chromaticities' },
  sRGB: { why: 'colour space' },
  cICP: { why: 'colour space, also of HDR' },
  mDCV: { why: 'mastering display colour volume (HDR)' },
  mDCv: { why: 'the same under its draft name' },
  cLLI: { why: 'content light level (HDR)' },
  cLLi: { why: 'the same under its draft name' },
  sBIT: { why: 'significant bits' },
  bKGD: { why: 'background colour' },
  hIST: { why: 'how often each colour of the palette is used' },
  pHYs: { why: 'pixel shape' },
  iCCP: { why: 'colours, under a name that says nothing', feature: 'colour-profile' },
  'eXIf orientation': { why: 'way up, the only tag of a fresh block', feature: 'orientation' },
  'tEXt orientation': {
    why: 'way up, as ImageMagick writes it, the only tag of a fresh block',
    feature: 'orientation',
  },
  acTL: { why: 'number of frames and loops', feature: 'animation' },
  fcTL: { why: 'place and time of a frame', isPicture: true },
  fdAT: { why: 'a frame of the animation', isPicture: true },
}
