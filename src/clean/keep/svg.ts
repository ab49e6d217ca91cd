import type { KeepTable } from './table'

/** SVG 2; src/formats/svg/names.ts lists the elements and attributes that are drawn. */
export const SVG: KeepTable = {
  'byte order mark': { why: 'tells that the text is UTF-8' },
  'XML declaration': { why: 'version and encoding of the text' },
  DOCTYPE: { why: 'one of the public ones, without declarations of its own' },
  'embedded picture': { why: 'a picture in the drawing, of which every part may stay', isPicture: true },
  markup: { why: 'the drawing itself', isPicture: true },
}
