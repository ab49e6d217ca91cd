import { BLANKED, boxesIn } from './box-rows'
import type { KeepTable } from './table'

const TRACK = 'Tracks/TrackEntry'

/** Matroska, RFC 9559; src/formats/matroska/elements.ts says how long a known element may be. */
export const WEBM: KeepTable = {
  EBML: { why: 'kind of file' },
  ...boxesIn('EBML', 'kind of file, and what a reader has to know', [
    ...['EBMLVersion', 'EBMLReadVersion', 'EBMLMaxIDLength', 'EBMLMaxSizeLength', 'DocType', 'DocTypeVersion'],
    'DocTypeReadVersion',
  ]),
  Segment: { why: 'holds the film' },
  ...boxesIn('', 'where the rest begins', ['SeekHead', 'SeekHead/Seek']),
  ...boxesIn('', 'where frames begin', [
    'Cues',
    'Cues/CuePoint',
    'Cues/CuePoint/CueTime',
    'Cues/CuePoint/CueTrackPositions',
  ]),
  ...boxesIn('Cues/CuePoint/CueTrackPositions', 'where frames begin', [
    ...['CueTrack', 'CueClusterPosition', 'CueRelativePosition', 'CueDuration', 'CueBlockNumber'],
  ]),
  ...boxesIn('', 'time scale of the film', ['Info', 'Info/TimestampScale', 'Info/Duration']),
  ...boxesIn('Info', 'has to be there; empty', ['MuxingApp', 'WritingApp']),
  ...boxesIn('Info', BLANKED, ['MuxingApp/value', 'WritingApp/value']),
  Tracks: { why: 'holds the tracks' },
  [`${TRACK} of video`]: { why: 'a track that is seen' },
  [`${TRACK} of audio`]: { why: 'a track that is heard', feature: 'sound' },
  [`${TRACK}/TrackUID`]: { why: 'the number of the track again' },
  ...boxesIn(TRACK, 'number and kind of the track, and when it is chosen', [
    ...['TrackNumber', 'TrackType', 'FlagEnabled', 'FlagDefault', 'FlagForced', 'FlagHearingImpaired'],
    ...['FlagVisualImpaired', 'FlagOriginal', 'FlagCommentary', 'FlagLacing', 'Language', 'LanguageBCP47'],
  ]),
  ...boxesIn(TRACK, 'how its frames are decoded', [
    ...['MinCache', 'MaxCache', 'DefaultDuration', 'DefaultDecodedFieldDuration', 'TrackTimestampScale'],
    ...['MaxBlockAdditionID', 'CodecID', 'CodecPrivate', 'CodecDecodeAll', 'CodecDelay', 'SeekPreRoll'],
    ...['BlockAdditionMapping', 'BlockAdditionMapping/*', 'ContentEncodings', 'ContentEncodings/ContentEncoding'],
    ...[
      'ContentEncodings/ContentEncoding/ContentEncodingOrder',
      'ContentEncodings/ContentEncoding/ContentEncodingScope',
    ],
    ...['ContentEncodings/ContentEncoding/ContentEncodingType', 'ContentEncodings/ContentEncoding/ContentCompression'],
    'ContentEncodings/ContentEncoding/ContentCompression/ContentCompAlgo',
    'ContentEncodings/ContentEncoding/ContentCompression/ContentCompSettings',
  ]),
  ...boxesIn(`${TRACK}/Audio`, 'rate and channels of the sound', [
    ...['SamplingFrequency', 'OutputSamplingFrequency', 'Channels', 'BitDepth', 'Emphasis'],
  ]),
  [`${TRACK}/Audio`]: { why: 'rate and channels of the sound' },
  [`${TRACK}/Video`]: { why: 'size and shape of the frames' },
  ...boxesIn(`${TRACK}/Video`, 'size and shape of the frames', [
    ...['FlagInterlaced', 'FieldOrder', 'StereoMode', 'AlphaMode', 'PixelWidth', 'PixelHeight', 'PixelCropBottom'],
    ...['PixelCropTop', 'PixelCropLeft', 'PixelCropRight', 'DisplayWidth', 'DisplayHeight', 'DisplayUnit'],
    ...['AspectRatioType', 'UncompressedFourCC', 'FrameRate'],
  ]),
  ...boxesIn(`${TRACK}/Video`, 'colours, as numbers', [
    ...['Colour', 'Colour/MatrixCoefficients', 'Colour/BitsPerChannel', 'Colour/ChromaSubsamplingHorz'],
    ...['Colour/ChromaSubsamplingVert', 'Colour/CbSubsamplingHorz', 'Colour/CbSubsamplingVert', 'Colour/Range'],
    ...['Colour/ChromaSitingHorz', 'Colour/ChromaSitingVert', 'Colour/TransferCharacteristics', 'Colour/Primaries'],
    ...['Colour/MaxCLL', 'Colour/MaxFALL', 'Colour/MasteringMetadata'],
    'Colour/MasteringMetadata/chromaticity or luminance',
  ]),
  [`${TRACK}/Video/Projection`]: { why: 'how an all-round film is wrapped around the viewer', feature: 'panorama' },
  ...boxesIn(`${TRACK}/Video/Projection`, 'how an all-round film is wrapped around the viewer', [
    ...['ProjectionType', 'ProjectionPrivate', 'ProjectionPoseYaw', 'ProjectionPosePitch', 'ProjectionPoseRoll'],
  ]),
  Cluster: { why: 'coded frames and sound, and when each is shown', isPicture: true },
  Void: { why: 'empty space' },
  'Void/rest': BLANKED,
}
