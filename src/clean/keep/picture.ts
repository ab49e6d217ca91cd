import { BLANKED, boxesIn, containers } from './box-rows'
import { MOVIE_BOXES, spherical } from './movie'
import type { KeepRow, KeepTable } from './table'

const IPCO = 'meta/iprp/ipco'

/** A picture made of items, and the film in it when it is a sequence: ISO/IEC 23008-12. */
export const PICTURE_BOXES: KeepTable = {
  ...MOVIE_BOXES,
  // Told of films; what says so of a picture goes.
  ...spherical(),
  'moov/mvhd': { why: 'time scale of a picture sequence', feature: 'animation' },
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
  'meta/iref/free (blanked)': { why: 'a reference that went; readers count on its ids' },
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
  [`${IPCO}/colr ICC`]: { why: 'colours', feature: 'colour-profile' },
  ...boxesIn(IPCO, 'brightness of the screen it was made on', ['clli', 'mdcv', 'cclv', 'amve', 'ndwt', 'reve']),
  ...boxesIn(IPCO, 'what an auxiliary picture is for', ['auxC']),
  ...boxesIn(IPCO, 'how the two views of a stereo pair differ', ['cmin', 'cmex', 'stri']),
  ...mediaOfPicture(),
}

function mediaOfPicture(): KeepTable {
  const rows: Record<string, KeepRow> = { 'meta/idat/gap': BLANKED }
  for (const box of ['mdat', 'imda', 'meta/idat', 'free', 'after the end']) {
    rows[`${box}/picture`] = { why: 'the picture itself', isPicture: true }
    rows[`${box}/alpha`] = { why: 'see-through places', feature: 'transparency', isPicture: true }
    rows[`${box}/gain map`] = { why: 'brightness of an HDR picture', feature: 'hdr-gain-map', isPicture: true }
    rows[`${box}/gain map numbers`] = { why: 'how a gain map is applied, and nothing else', feature: 'hdr-gain-map' }
    rows[`${box}/stereo picture`] = { why: 'what the other eye sees', feature: 'stereo-picture', isPicture: true }
  }
  return rows
}
