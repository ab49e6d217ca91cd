import type { KeepTable } from './table'

/** GIF89a; application extensions by the names that their makers gave them. */
export const GIF: KeepTable = {
  header: { why: 'version, size of the screen and its colour table', isPicture: true },
  image: { why: 'the picture itself, or a frame of it', isPicture: true },
  'graphic control': { why: 'time, transparency and disposal of a frame', isPicture: true },
  trailer: { why: 'end of the picture' },
  'application NETSCAPE2.0': { why: 'number of loops', feature: 'animation' },
  'application ANIMEXTS1.0': { why: 'number of loops', feature: 'animation' },
  'application ICCRGBG1012': { why: 'colours', feature: 'colour-profile' },
}
