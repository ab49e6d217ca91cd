import type { KeepRow, KeepTable, KeptFeature } from './table'

/** The segments of one JPEG stream that a decoder needs; ITU-T T.81 Annex B, JFIF 1.02, ICC.1 Annex B.4. */
const STREAM: Readonly<Record<string, KeepRow>> = {
  SOI: { why: 'start of image' },
  DQT: { why: 'quantization tables', isPicture: true },
  DHT: { why: 'Huffman tables', isPicture: true },
  DAC: { why: 'arithmetic coding conditioning', isPicture: true },
  DRI: { why: 'restart interval', isPicture: true },
  'SOF*': { why: 'frame header', isPicture: true },
  SOS: { why: 'scan header', isPicture: true },
  'entropy-coded data': { why: 'the picture itself', isPicture: true },
  DNL: { why: 'number of lines', isPicture: true },
  EOI: { why: 'end of image' },
  'APP0 JFIF': { why: 'pixel shape; without a thumbnail' },
  'APP2 ICC_PROFILE': { why: 'colours', feature: 'colour-profile' },
  'APP14 Adobe': { why: 'colour transform, without which CMYK turns negative' },
}

/** The same segments in a picture behind the first one, all with the one thing that the parent is told. */
function behind(role: string, feature: KeptFeature): KeepTable {
  return Object.fromEntries(Object.entries(STREAM).map(([name, row]) => [`${role}/${name}`, { ...row, feature }]))
}

export const JPEG: KeepTable = {
  ...STREAM,
  'APP1 Exif orientation': { why: 'way up, the only tag of a fresh block', feature: 'orientation' },
  'APP1 XMP panorama': { why: 'projection and sizes of an all-round picture, nothing else', feature: 'panorama' },
  'APP0 JFIF AMPF': { why: 'pixel shape, and that there are further pictures' },
  'APP2 MPF offsets': { why: 'where the pictures behind the first one begin, nothing else' },
  'APP1 XMP HDR container': { why: 'length of the gain map, nothing else', feature: 'hdr-gain-map' },
  'APP2 ISO 21496-1 version': { why: 'announces the gain map, four bytes', feature: 'hdr-gain-map' },
  ...behind('gain map', 'hdr-gain-map'),
  'gain map/APP1 XMP gain map numbers': { why: 'numbers to apply the gain map with', feature: 'hdr-gain-map' },
  'gain map/APP2 ISO 21496-1 numbers': { why: 'numbers to apply the gain map with', feature: 'hdr-gain-map' },
  ...behind('stereo picture', 'stereo-picture'),
  'stereo picture/APP1 Exif orientation': { why: 'way up, the only tag of a fresh block', feature: 'stereo-picture' },
}
