import type { KeepTable } from './table'

/** GIF89a; application extensions by the names that their makers gave them. */
export const GIF: KeepTable = {
  header: { why: 'version, size of the screen and its colour table' },
  image: { why: 'the picture itself, or a frame of it' },
  'graphic control': { why: 'time, transparency and disposal of a frame' },
  trailer: { why: 'end of the picture' },
  'application NETSCAPE2.0': { why: 'number of loops', feature: 'animation' },
  'application ANIMEXTS1.0': { why: 'number of loops', feature: 'animation' },
  'application ICCRGBG1012': { why: 'colours', feature: 'colour-profile' },
}
