import type { KeepRow, KeepTable } from './table'

function tags(why: string, names: readonly string[]): KeepTable {
  return Object.fromEntries(names.map((name): [string, KeepRow] => [`IFD/${name}`, { why }]))
}

/** A TIFF's header, its pages' directories with the tags that show the picture, and the picture: TIFF 6.0. */
export const TIFF: KeepTable = {
  header: { why: 'byte order and the place of the first directory' },
  IFD: { why: 'number of tags' },
  'IFD of another page': { why: 'number of tags', feature: 'pages' },
  'IFD/next': { why: 'where the next page is' },
  picture: { why: 'the picture itself', isPicture: true },
  gap: { why: 'blanked, or never used; its length keeps offsets true', zeros: true },
  'IFD/Orientation': { why: 'way up' },
  'IFD/ICCProfile': { why: 'colours', feature: 'colour-profile' },
  ...tags('which page this is, and what it is for', ['NewSubfileType', 'SubfileType', 'PageNumber']),
  ...tags('size and shape', [
    'ImageWidth',
    'ImageLength',
    'XResolution',
    'YResolution',
    'ResolutionUnit',
    'XPosition',
    'YPosition',
  ]),
  ...tags('size and shape', ['ImageDepth', 'TileDepth', 'CellWidth', 'CellLength']),
  ...tags('where the picture lies', [
    'StripOffsets',
    'StripByteCounts',
    'RowsPerStrip',
    'TileOffsets',
    'TileByteCounts',
  ]),
  ...tags('where the picture lies', [
    'TileWidth',
    'TileLength',
    'JPEGInterchangeFormat',
    'JPEGInterchangeFormatLength',
  ]),
  ...tags('how samples are stored', [
    'BitsPerSample',
    'SamplesPerPixel',
    'PlanarConfiguration',
    'FillOrder',
    'ExtraSamples',
  ]),
  ...tags('how samples are stored', [
    'SampleFormat',
    'Predictor',
    'DataType',
    'Matteing',
    'MinSampleValue',
    'MaxSampleValue',
  ]),
  ...tags('how samples are stored', ['SMinSampleValue', 'SMaxSampleValue']),
  ...tags('how the picture is packed', [
    'Compression',
    'T4Options',
    'T6Options',
    'JPEGTables',
    'JPEGProc',
    'JPEGRestartInterval',
  ]),
  ...tags('how the picture is packed', [
    'JPEGQTables',
    'JPEGDCTables',
    'JPEGACTables',
    'BadFaxLines',
    'CleanFaxData',
    'ConsecutiveBadFaxLines',
  ]),
  ...tags('colours', [
    'PhotometricInterpretation',
    'ColorMap',
    'TransferFunction',
    'TransferRange',
    'WhitePoint',
    'PrimaryChromaticities',
  ]),
  ...tags('colours', ['YCbCrCoefficients', 'YCbCrSubSampling', 'YCbCrPositioning', 'ReferenceBlackWhite', 'Decode']),
  ...tags('colours', [
    'InkSet',
    'NumberOfInks',
    'DotRange',
    'GrayResponseUnit',
    'GrayResponseCurve',
    'HalftoneHints',
    'Threshholding',
  ]),
}
