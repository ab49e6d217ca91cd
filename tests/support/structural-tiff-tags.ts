/** What ExifTool prints of how a TIFF's picture is stored and shown; by name, under the group EXIF. */
export const STRUCTURAL_TIFF_TAGS: readonly string[] = [
  ...[
    'SubfileType',
    'OldSubfileType',
    'PageNumber',
    'ImageWidth',
    'ImageHeight',
    '[XY]Resolution',
    'ResolutionUnit',
    '[XY]Position',
  ],
  ...['StripOffsets', 'StripByteCounts', 'RowsPerStrip', 'TileOffsets', 'TileByteCounts', 'TileWidth', 'TileLength'],
  ...[
    'BitsPerSample',
    'SamplesPerPixel',
    'PlanarConfiguration',
    'FillOrder',
    'ExtraSamples',
    'SampleFormat',
    'Predictor',
  ],
  ...['(?:Min|Max)SampleValue', 'S(?:Min|Max)SampleValue', 'Compression', 'T[46]Options', 'JPEGTables', 'CleanFaxData'],
  ...[
    'PhotometricInterpretation',
    'ColorMap',
    'TransferFunction',
    'WhitePoint',
    'PrimaryChromaticities',
    'InkSet',
    'DotRange',
  ],
  ...[
    'NumberofInks',
    'YCbCr(?:Coefficients|SubSampling|Positioning)',
    'ReferenceBlackWhite',
    'GrayResponse(?:Unit|Curve)',
  ],
]
