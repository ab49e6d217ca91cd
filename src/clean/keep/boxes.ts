import type { KeepRow, KeepTable } from '../keep'

/** Rows for boxes that lie in one other box. */
export function boxesIn(parent: string, row: KeepRow | string, types: readonly string[]): KeepTable {
  const shared = typeof row === 'string' ? { why: row } : row
  return Object.fromEntries(types.map((type) => [parent === '' ? type : `${parent}/${type}`, shared]))
}

/** Blanked space keeps its length, so that every offset in the file stays true. */
const BLANKED: KeepRow = { why: 'blanked, or never used; its length keeps offsets true', zeros: true }

const TRAK = 'moov/trak'
const MDIA = `${TRAK}/mdia`
const MINF = `${MDIA}/minf`
const STBL = `${MINF}/stbl`
const ENTRY = `${STBL}/stsd/entry`

/** Every box that may hold others and may stay; each may hold free space and end in padding. */
const FILM_CONTAINERS = [
  ...['moov', 'moov/mvex', TRAK, `${TRAK}/edts`, `${TRAK}/tapt`, `${TRAK}/tref`, MDIA, MINF, `${MINF}/dinf`],
  ...[`${MINF}/dinf/dref`, STBL, `${STBL}/stsd`, ENTRY, `${ENTRY}/wave`, 'moof', 'moof/traf', 'mfra'],
]

/** Containers, the free space in them, and the padding after their last box. */
export function containers(paths: readonly string[]): KeepTable {
  return {
    ...boxesIn('', 'holds the boxes of the structure', paths),
    ...Object.fromEntries(paths.flatMap((path) => freeIn(`${path}/`))),
  }
}

function freeIn(prefix: string): [string, KeepRow][] {
  return [
    [`${prefix}free`, { why: 'free space' }],
    [`${prefix}skip`, { why: 'free space' }],
    [`${prefix}free/rest`, BLANKED],
    [`${prefix}skip/rest`, BLANKED],
    [`${prefix}rest`, BLANKED],
  ]
}

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
export const FILM_BOXES: KeepTable = {
  ...boxesIn('', 'kind of file, and empty space', ['ftyp', 'styp', 'wide', 'free', 'skip', 'pdin']),
  ...boxesIn('', 'where segments begin', ['sidx', 'ssix', 'mfra/tfra', 'mfra/mfro']),
  ...boxesIn('', 'coded frames and sound, and where they lie', ['mdat', 'imda', 'mdat/samples', 'imda/samples']),
  'free/samples': { why: 'coded frames that lie in free space' },
  'after the end/samples': { why: 'coded frames that lie after the last box' },
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
  [`${MINF}/smhd`]: { why: 'kind of track', tell: 'sound' },
  ...boxesIn(`${MINF}/dinf/dref`, 'the media lies in this file', ['url ', 'urn ', 'alis']),
  ...boxesIn(STBL, 'time, size and place of every sample', [
    ...['stts', 'ctts', 'cslg', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'stss', 'stps', 'stsh', 'sdtp', 'padb', 'stdp'],
    ...['sbgp', 'sgpd', 'subs', 'saiz', 'saio'],
  ]),
  ...boxesIn(ENTRY, 'codec configuration', CODEC_BOXES),
  ...boxesIn(`${ENTRY}/wave`, 'codec configuration', CODEC_BOXES),
  [`${ENTRY}/wave/terminator`]: { why: 'ends the list' },
  ...boxesIn(ENTRY, 'how frames and sound are shown', SHOWING_BOXES),
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
    ...[`${ENTRY}/vendor`, `${ENTRY}/compressorname`, `${ENTRY}/damr/vendor`, `${ENTRY}/d263/vendor`],
  ]),
}

const IPCO = 'meta/iprp/ipco'

/** A picture made of items, and the film in it when it is a sequence: ISO/IEC 23008-12. */
export const PICTURE_BOXES: KeepTable = {
  ...FILM_BOXES,
  'moov/mvhd': { why: 'time scale of a picture sequence', tell: 'animation' },
  ...containers(['meta', 'meta/dinf', 'meta/dinf/dref', 'meta/grpl', 'meta/iinf', 'meta/iref', 'meta/iprp', IPCO]),
  ...boxesIn('meta', 'which items there are, and where they lie', ['hdlr', 'pitm', 'iloc', 'iinf/infe', 'idat']),
  ...boxesIn('meta', BLANKED, [
    'hdlr/manufacturer',
    'hdlr/name',
    'iinf/infe/item_name',
    'dinf/dref/url /location',
    'dinf/dref/urn /location',
  ]),
  ...boxesIn('meta/dinf/dref', 'the items lie in this file', ['url ', 'urn ']),
  ...boxesIn('meta/iref', 'which items belong together', [
    ...['auxl', 'base', 'cdsc', 'dimg', 'exbl', 'iloc', 'pred', 'prem', 'tbas', 'thmb'],
  ]),
  ...boxesIn('meta/grpl', 'which items belong together', ['altr', 'eqiv', 'prog', 'ster']),
  'meta/iprp/ipma': { why: 'which property belongs to which item' },
  ...boxesIn(IPCO, 'size, shape and way up', ['ispe', 'pixi', 'pasp', 'clap', 'irot', 'imir', 'rloc', 'tols', 'iscl']),
  ...boxesIn(IPCO, 'codec configuration', [
    ...[
      'hvcC',
      'lhvC',
      'av1C',
      'avcC',
      'vvcC',
      'evcC',
      'oinf',
      'a1op',
      'a1lx',
      'lsel',
      'cmpd',
      'uncC',
      'cpat',
      'splz',
      'icef',
      'cmpC',
    ],
  ]),
  [`${IPCO}/colr`]: { why: 'colours, as numbers' },
  [`${IPCO}/colr ICC`]: { why: 'colours', tell: 'colour-profile' },
  ...boxesIn(IPCO, 'brightness of the screen it was made on', ['clli', 'mdcv', 'cclv', 'amve', 'ndwt', 'reve']),
  ...boxesIn(IPCO, 'what an auxiliary picture is for', ['auxC']),
  ...boxesIn(IPCO, 'how the two views of a stereo pair differ', ['cmin', 'cmex', 'stri']),
  ...mediaOfPicture(),
}

function mediaOfPicture(): KeepTable {
  const rows: Record<string, KeepRow> = { 'meta/idat/gap': BLANKED }
  for (const box of ['mdat', 'imda', 'meta/idat', 'free', 'after the end']) {
    rows[`${box}/picture`] = { why: 'the picture itself' }
    rows[`${box}/alpha`] = { why: 'see-through places', tell: 'transparency' }
    rows[`${box}/gain map`] = { why: 'brightness of an HDR picture', tell: 'hdr-gain-map' }
    rows[`${box}/gain map numbers`] = { why: 'how a gain map is applied, and nothing else', tell: 'hdr-gain-map' }
    rows[`${box}/stereo picture`] = { why: 'what the other eye sees', tell: 'stereo-picture' }
  }
  return rows
}
