import { STRUCTURAL_BOX_TAGS } from './structural-box-tags'
import { STRUCTURAL_TIFF_TAGS } from './structural-tiff-tags'

/**
 * What ExifTool prints about a file that says nothing about a person: structure, colour, way up. Everything that no row names
 * counts as personal, so a tag that nobody thought of fails a test instead of slipping through.
 * Groups are ExifTool's family 0 and 1, without 'Main', document, track, IFD and copy numbers.
 */
const ALL = /./
const of = (...tags: string[]) => new RegExp(`^(?:${tags.join('|')})$`)

const STRUCTURAL: readonly (readonly [group: RegExp, tags: RegExp])[] = [
  [/^$/, of('SourceFile')],
  [/^ExifTool$/, ALL],
  [/^File:System$/, ALL],
  [
    /^File$/,
    of(
      'FileType',
      'FileTypeExtension',
      'MIMEType',
      'ImageWidth',
      'ImageHeight',
      'ExifByteOrder',
      'EncodingProcess',
      'BitsPerSample',
      'ColorComponents',
      'YCbCrSubSampling',
      'PageCount',
    ),
  ],
  // Derived from other tags, which are judged themselves.
  [/^Composite/, ALL],
  [/^ICC_Profile/, ALL],
  [/^JFIF$/, of('JFIFVersion', 'ResolutionUnit', 'XResolution', 'YResolution')],
  [/^APP14:Adobe$/, of('DCTEncodeVersion', 'APP14Flags0', 'APP14Flags1', 'ColorTransform')],
  [/^EXIF$/, of('Orientation', ...STRUCTURAL_TIFF_TAGS)],
  [
    /^MPF:(?:MPF0|MPImage\d)$/,
    of(
      'MPFVersion',
      'NumberOfImages',
      'MPImageFlags',
      'MPImageFormat',
      'MPImageType',
      'MPImageLength',
      'MPImageStart',
      'DependentImage[12]EntryNumber',
      // The gain map or second half of a stereo pair, as a whole; `-ee` looks into it. Previews have a test of their own.
      'MPImage\\d',
    ),
  ],
  [/^XMP:XMP-hdrgm$/, ALL],
  // How an all-round picture is wrapped around the viewer; the direction that it faces is not among it.
  [
    /^XMP:XMP-GPano$/,
    of(
      'ProjectionType',
      'UsePanoramaViewer',
      '(?:CroppedAreaImage|FullPano)(?:Width|Height)Pixels',
      'CroppedArea(?:Left|Top)Pixels',
      'Pose(?:Pitch|Roll)Degrees',
    ),
  ],
  [/^XMP:XMP-HDRGainMap$/, of('HDRGainMapVersion', 'HDRGainMapHeadroom')],
  [/^XMP:XMP-apdi$/, of('AuxiliaryImageType', 'NativeFormat', 'StoredFormat')],
  [/^XMP:XMP-GContainer$/, of('DirectoryItemSemantic', 'DirectoryItemMime', 'DirectoryItemLength')],
  [/^Trailer:Google$/, of('GainMapImage')],
  [/^JPEG:APP2$/, of('UniformResourceName')],
  [
    /^PNG(?:$|:PNG-pHYs$)/,
    of(
      'ImageWidth',
      'ImageHeight',
      'BitDepth',
      'ColorType',
      'Compression',
      'Filter',
      'Interlace',
      'Gamma',
      'WhitePoint[XY]',
      '(?:Red|Green|Blue)[XY]',
      'Palette',
      'Transparency',
      'BackgroundColor',
      'SRGBRendering',
      'SignificantBits',
      'AppleDataOffsets',
      'PixelsPerUnit[XY]',
      'PixelUnits',
      'AnimationFrames',
      'AnimationPlays',
      'PaletteHistogram',
      'ColorPrimaries',
      'TransferCharacteristics',
      'MatrixCoefficients',
      'VideoFullRangeFlag',
    ),
  ],
  [
    /^GIF$/,
    of(
      'GIFVersion',
      'ImageWidth',
      'ImageHeight',
      'HasColorMap',
      'ColorResolutionDepth',
      'BitsPerPixel',
      'BackgroundColor',
      'TransparentColor',
      'Duration',
      'AnimationIterations',
      'FrameCount',
      'PixelAspectRatio',
    ),
  ],
  [
    /^RIFF$/,
    of(
      'WebP_Flags',
      'ImageWidth',
      'ImageHeight',
      'VP8Version',
      'HorizontalScale',
      'VerticalScale',
      'BackgroundColor',
      'AnimationLoopCount',
      'Duration',
      'AlphaIsUsed',
      'AlphaPreprocessing',
      'AlphaFiltering',
      'AlphaCompression',
    ),
  ],
  [/^Jpeg2000$/, of('MajorBrand', 'MinorVersion', 'CompatibleBrands')],
  [/^QuickTime(?::Meta)?$/, of(...STRUCTURAL_BOX_TAGS)],
  [
    /^Matroska(?::Info)?$/,
    of(
      ...[
        'EBMLVersion',
        'EBMLReadVersion',
        'DocType',
        'DocTypeVersion',
        'DocTypeReadVersion',
        'TimecodeScale',
        'Duration',
      ],
      ...[
        'TrackNumber',
        'TrackUID',
        'TrackType',
        'VideoCodecID',
        'AudioCodecID',
        'CodecID',
        'VideoFrameRate',
        'ImageWidth',
      ],
      ...['ImageHeight', 'ColorSpace', 'AudioSampleRate', 'AudioChannels', 'AudioBitsPerSample', 'DefaultDuration'],
    ),
  ],
  [
    /^SVG$/,
    of('SVGVersion', 'Xmlns', 'ViewBox', 'ImageWidth', 'ImageHeight', 'PreserveAspectRatio', 'Enable-background'),
  ],
]

/** A PNG's colour profile has a name of its own besides the one inside; these say no more than that it is a profile. */
const PROFILE_NAME = /^(?:ICC [Pp]rofile|icc|ICC|sRGB|Display P3)$/

/** Values that say nothing whatever the tag is: empty, only blanks, a date of all zeros. */
const SAYS_NOTHING = /^[\s\0]*$|^0000:00:00 00:00:00$/

export function isStructural(key: string, value: unknown): boolean {
  if (typeof value === 'string' && SAYS_NOTHING.test(value)) return true
  const path = key.split(':').filter((level) => !/^(?:Main|Copy\d+|Doc[\d-]+|Track\d+|IFD\d+|SubIFD\d*)$/.test(level))
  const tag = path.at(-1) ?? ''
  const group = path.slice(0, -1).join(':')
  if (group === 'PNG' && tag === 'ProfileName') return typeof value === 'string' && PROFILE_NAME.test(value)
  return STRUCTURAL.some(([groups, tags]) => groups.test(group) && tags.test(tag))
}
