/** Where the entries lie that describe the samples of a track. */
export const STSD = 'moov/trak/mdia/minf/stbl/stsd'

const FILM: Readonly<Record<string, number>> = {
  moov: 0,
  'moov/mvex': 0,
  'moov/trak': 0,
  'moov/trak/edts': 0,
  'moov/trak/tapt': 0,
  'moov/trak/tref': 0,
  'moov/trak/mdia': 0,
  'moov/trak/mdia/minf': 0,
  'moov/trak/mdia/minf/dinf': 0,
  'moov/trak/mdia/minf/dinf/dref': 8,
  'moov/trak/mdia/minf/stbl': 0,
  [STSD]: 8,
  [`${STSD}/entry/wave`]: 0,
  [`${STSD}/entry/sv3d`]: 0,
  [`${STSD}/entry/sv3d/proj`]: 0,
  moof: 0,
  'moof/traf': 0,
  mfra: 0,
}

const PICTURE: Readonly<Record<string, number>> = {
  ...FILM,
  meta: 4,
  'meta/dinf': 0,
  'meta/dinf/dref': 8,
  'meta/grpl': 0,
  'meta/iref': 4,
  'meta/iprp': 0,
  'meta/iprp/ipco': 0,
}

/** Boxes that hold boxes, by their path, and how many bytes of their own they have before them. Every other box is one part. */
export const CONTAINERS = { film: FILM, picture: PICTURE }
