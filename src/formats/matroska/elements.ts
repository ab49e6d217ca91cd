/** What is known of an element that is needed to show a film. */
type Known =
  /** Bytes that its value has at most. */
  { readonly name: string; readonly most: number } | { readonly name: string; readonly children: Level }

export type Level = Readonly<Record<number, Known>>

const ANY = Number.POSITIVE_INFINITY
const number = (name: string): Known => ({ name, most: 8 })
const data = (name: string, most = ANY): Known => ({ name, most })
const master = (name: string, children: Level): Known => ({ name, children })

/** RFC 9559 §5.1.4.1.28 and below. */
const VIDEO: Level = {
  154: number('FlagInterlaced'),
  157: number('FieldOrder'),
  21432: number('StereoMode'),
  21440: number('AlphaMode'),
  176: number('PixelWidth'),
  186: number('PixelHeight'),
  21674: number('PixelCropBottom'),
  21691: number('PixelCropTop'),
  21708: number('PixelCropLeft'),
  21725: number('PixelCropRight'),
  21680: number('DisplayWidth'),
  21690: number('DisplayHeight'),
  21682: number('DisplayUnit'),
  21683: number('AspectRatioType'),
  3061028: data('UncompressedFourCC', 4),
  2327523: number('FrameRate'),
  21936: master('Colour', {
    21937: number('MatrixCoefficients'),
    21938: number('BitsPerChannel'),
    21939: number('ChromaSubsamplingHorz'),
    21940: number('ChromaSubsamplingVert'),
    21941: number('CbSubsamplingHorz'),
    21942: number('CbSubsamplingVert'),
    21943: number('ChromaSitingHorz'),
    21944: number('ChromaSitingVert'),
    21945: number('Range'),
    21946: number('TransferCharacteristics'),
    21947: number('Primaries'),
    21948: number('MaxCLL'),
    21949: number('MaxFALL'),
    21968: master(
      'MasteringMetadata',
      Object.fromEntries(
        Array.from({ length: 10 }, (_, index) => [0x55d1 + index, number('chromaticity or luminance')]),
      ),
    ),
  }),
  30320: master('Projection', {
    30321: number('ProjectionType'),
    30322: data('ProjectionPrivate', 1024),
    30323: number('ProjectionPoseYaw'),
    30324: number('ProjectionPosePitch'),
    30325: number('ProjectionPoseRoll'),
  }),
}

const AUDIO: Level = {
  181: number('SamplingFrequency'),
  30901: number('OutputSamplingFrequency'),
  159: number('Channels'),
  25188: number('BitDepth'),
  21233: number('Emphasis'),
}

/** A track: RFC 9559 §5.1.4.1. Its UID is written afresh, its name goes. */
export const TRACK: Level = {
  215: number('TrackNumber'),
  131: number('TrackType'),
  185: number('FlagEnabled'),
  136: number('FlagDefault'),
  21930: number('FlagForced'),
  21931: number('FlagHearingImpaired'),
  21932: number('FlagVisualImpaired'),
  21934: number('FlagOriginal'),
  21935: number('FlagCommentary'),
  156: number('FlagLacing'),
  28135: number('MinCache'),
  28152: number('MaxCache'),
  2352003: number('DefaultDuration'),
  2313850: number('DefaultDecodedFieldDuration'),
  2306383: number('TrackTimestampScale'),
  21998: number('MaxBlockAdditionID'),
  16868: master('BlockAdditionMapping', {
    16880: number('BlockAddIDValue'),
    16871: number('BlockAddIDType'),
    16877: data('BlockAddIDExtraData', 1024),
  }),
  2274716: data('Language', 8),
  2274717: data('LanguageBCP47', 12),
  134: data('CodecID', 40),
  25506: data('CodecPrivate', 1024 * 1024),
  170: number('CodecDecodeAll'),
  22186: number('CodecDelay'),
  22203: number('SeekPreRoll'),
  224: master('Video', VIDEO),
  225: master('Audio', AUDIO),
  28032: master('ContentEncodings', {
    25152: master('ContentEncoding', {
      20529: number('ContentEncodingOrder'),
      20530: number('ContentEncodingScope'),
      20531: number('ContentEncodingType'),
      20532: master('ContentCompression', {
        16980: number('ContentCompAlgo'),
        16981: data('ContentCompSettings', 256),
      }),
    }),
  }),
}

/** RFC 8794 §11.2. */
export const EBML_HEADER: Level = {
  17030: number('EBMLVersion'),
  17143: number('EBMLReadVersion'),
  17138: number('EBMLMaxIDLength'),
  17139: number('EBMLMaxSizeLength'),
  17026: data('DocType', 16),
  17031: number('DocTypeVersion'),
  17029: number('DocTypeReadVersion'),
}

/** RFC 9559 §5.1.2; the rest of it says who made the film, with what, when, and how it is called. */
export const INFO: Level = { 2807729: number('TimestampScale'), 17545: number('Duration') }

/** RFC 9559 §5.1.5. */
export const CUES: Level = {
  187: master('CuePoint', {
    179: number('CueTime'),
    183: master('CueTrackPositions', {
      247: number('CueTrack'),
      241: number('CueClusterPosition'),
      240: number('CueRelativePosition'),
      178: number('CueDuration'),
      21368: number('CueBlockNumber'),
    }),
  }),
}

/** RFC 9559 §5.1.3.5. */
export const BLOCK_GROUP: Level = {
  161: data('Block'),
  155: number('BlockDuration'),
  250: number('ReferencePriority'),
  251: number('ReferenceBlock'),
  30114: number('DiscardPadding'),
  30113: master('BlockAdditions', {
    166: master('BlockMore', { 238: number('BlockAddID'), 165: data('BlockAdditional') }),
  }),
}

/** Ids of elements with a meaning of their own here. */
export const ID = {
  ebml: 0x1a45dfa3,
  segment: 0x18538067,
  seekHead: 0x114d9b74,
  seek: 0x4dbb,
  seekId: 0x53ab,
  info: 0x1549a966,
  title: 0x7ba9,
  muxingApp: 0x4d80,
  writingApp: 0x5741,
  dateUtc: 0x4461,
  segmentFilename: 0x7384,
  tracks: 0x1654ae6b,
  track: 0xae,
  trackNumber: 0xd7,
  trackUid: 0x73c5,
  trackType: 0x83,
  trackName: 0x536e,
  codecId: 0x86,
  contentEncryption: 0x5035,
  trackOperation: 0xe2,
  cluster: 0x1f43b675,
  timestamp: 0xe7,
  position: 0xa7,
  prevSize: 0xab,
  simpleBlock: 0xa3,
  blockGroup: 0xa0,
  block: 0xa1,
  cues: 0x1c53bb6b,
  chapters: 0x1043a770,
  chapterText: 0x85,
  tags: 0x1254c367,
  tag: 0x7373,
  simpleTag: 0x67c8,
  tagName: 0x45a3,
  tagText: 0x4487,
  tagBinary: 0x4485,
  attachments: 0x1941a469,
  attachment: 0x61a7,
  attachmentName: 0x466e,
  attachmentDescription: 0x467e,
  attachmentType: 0x4660,
  attachmentData: 0x465c,
  void: 0xec,
} as const

/** Elements that lie directly in the segment; where one begins, an element of unknown size before it ends. */
export const TOP: ReadonlySet<number> = new Set([
  ...[ID.seekHead, ID.info, ID.tracks, ID.cluster, ID.cues, ID.chapters, ID.tags, ID.attachments],
])
