import { BLANKED, boxesIn, containers } from './box-rows'
import type { KeepRow, KeepTable, KeptFeature } from './table'

const TRAK = 'moov/trak'
const MDIA = `${TRAK}/mdia`
const MINF = `${MDIA}/minf`
const STBL = `${MINF}/stbl`
const ENTRY = `${STBL}/stsd/entry`

/** Every box that may hold others and may stay; each may hold free space and end in padding. */
const FILM_CONTAINERS = [
  ...['moov', 'moov/mvex', TRAK, `${TRAK}/edts`, `${TRAK}/tapt`, `${TRAK}/tref`, MDIA, MINF, `${MINF}/dinf`],
  ...[
    `${MINF}/dinf/dref`,
    STBL,
    `${STBL}/stsd`,
    ENTRY,
    `${ENTRY}/wave`,
    `${ENTRY}/sv3d`,
    `${ENTRY}/sv3d/proj`,
    'moof',
    'moof/traf',
    'mfra',
  ],
]

/** What decoders need to know about the coded samples: ISO/IEC 14496-15, the codecs' own bindings, and QuickTime. */
const CODEC_BOXES = [
  ...[
    'avcC',
    'hvcC',
    'lhvC',
    'vvcC',
    'evcC',
    'av1C',
    'vpcC',
    'esds',
    'd263',
    'damr',
    'dac3',
    'dec3',
    'dac4',
    'dOps',
    'dfLa',
  ],
  ...[
    'alac',
    'mhaC',
    'dvcC',
    'dvvC',
    'dvwC',
    'SMI ',
    'jp2h',
    'glbl',
    'frma',
    'enda',
    'mp4a',
    'pcmC',
    'samr',
    'apac',
    'dapa',
  ],
]

/** How the decoded frames and sound are to be shown. */
const SHOWING_BOXES = [
  ...[
    'colr',
    'pasp',
    'clap',
    'fiel',
    'gama',
    'mdcv',
    'clli',
    'cclv',
    'amve',
    'SmDm',
    'CoLL',
    'btrt',
    'ccst',
    'auxi',
    'chan',
  ],
  ...['chnl', 'srat', 'st3d', 'vexu', 'hfov'],
]

/** A film: ISO/IEC 14496-12 §8, QuickTime File Format. `*` names a track or an item. */
export const MOVIE_BOXES: KeepTable = {
  ...boxesIn('', 'kind of file, and empty space', ['ftyp', 'styp', 'wide', 'free', 'skip', 'pdin']),
  ...boxesIn('', 'where segments begin', ['sidx', 'ssix', 'mfra/tfra', 'mfra/mfro']),
  ...boxesIn('', 'where coded frames and sound lie', ['mdat', 'imda']),
  ...boxesIn('', { why: 'coded frames and sound, wherever they lie', isPicture: true }, [
    ...['mdat/samples', 'imda/samples', 'free/samples', 'after the end/samples'],
  ]),
  ...boxesIn('', BLANKED, ['mdat/gap', 'imda/gap', 'free/gap', 'skip/gap', 'after the end']),
  ...containers(FILM_CONTAINERS),
  ...boxesIn('moov', 'time scale and placing of the film', ['mvhd', 'iods', 'mvex/mehd', 'mvex/trex']),
  ...boxesIn(TRAK, 'time scale and placing of a track', [
    'tkhd',
    'edts/elst',
    'mdia/mdhd',
    'tapt/clef',
    'tapt/prof',
    'tapt/enof',
  ]),
  ...boxesIn(`${TRAK}/tref`, 'which tracks belong together', ['auxl', 'prem', 'fall', 'folw', 'sbas', 'scal']),
  ...boxesIn(MDIA, 'kind of track', ['hdlr', 'minf/hdlr', 'minf/vmhd', 'minf/nmhd']),
  [`${MINF}/smhd`]: { why: 'kind of track', feature: 'sound' },
  ...boxesIn(`${MINF}/dinf/dref`, 'the media lies in this file', ['url ', 'urn ', 'alis']),
  ...boxesIn(STBL, 'time, size and place of every sample', [
    ...['stts', 'ctts', 'cslg', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'stss', 'stps', 'stsh', 'sdtp', 'padb', 'stdp'],
    ...['sbgp', 'sgpd', 'subs', 'saiz', 'saio'],
  ]),
  ...boxesIn(ENTRY, 'codec configuration', CODEC_BOXES),
  ...boxesIn(`${ENTRY}/wave`, 'codec configuration', CODEC_BOXES),
  [`${ENTRY}/wave/terminator`]: { why: 'ends the list' },
  ...boxesIn(ENTRY, 'how frames and sound are shown', SHOWING_BOXES),
  ...spherical('panorama'),
  ...boxesIn('moof', 'time, size and place of the samples of a fragment', [
    ...[
      'mfhd',
      'traf/tfhd',
      'traf/tfdt',
      'traf/trun',
      'traf/sbgp',
      'traf/sgpd',
      'traf/subs',
      'traf/saiz',
      'traf/saio',
      'traf/senc',
    ],
  ]),
  ...boxesIn('', BLANKED, [
    ...['moov/mvhd', `${TRAK}/tkhd`, `${MDIA}/mdhd`].flatMap((path) => [
      `${path}/creation_time`,
      `${path}/modification_time`,
    ]),
    ...[`${MDIA}/hdlr`, `${MINF}/hdlr`].flatMap((path) => [`${path}/manufacturer`, `${path}/name`]),
    ...['url ', 'urn ', 'alis'].map((type) => `${MINF}/dinf/dref/${type}/location`),
    `${ENTRY}/sv3d/svhd/metadata_source`,
    ...[`${ENTRY}/vendor`, `${ENTRY}/compressorname`, `${ENTRY}/damr/vendor`, `${ENTRY}/d263/vendor`],
  ]),
}

/** Google's Spherical Video, version 2 and, under `uuid`, version 1. */
export function spherical(feature?: KeptFeature): KeepTable {
  const row: KeepRow = { why: 'how an all-round film is wrapped around the viewer', ...(feature && { feature }) }
  return {
    ...boxesIn(`${ENTRY}/sv3d`, row, ['svhd', 'proj/prhd', 'proj/equi', 'proj/cbmp', 'proj/mshp']),
    [`${TRAK}/uuid spherical`]: row,
  }
}
