/** What is to be known of a format without taking a file of it apart; apart from the parsers, because pages load it that have none. */
export interface FormatFacts {
  /** As people call it. */
  readonly label: string
  /** Media types, as registered with IANA, each with the usual ending of a file's name; a cleaned file without a type gets the first. */
  readonly mediaTypes: Readonly<Record<string, string>>
  /** Every ending that files have, in lower case. */
  readonly extensions: readonly string[]
  /** Whether what browsers show of it can be see-through, which a copy in JPEG cannot. */
  readonly canBeTransparent: boolean
  /** Whether `createImageBitmap` may know it; a Worker has neither a video element nor a renderer for SVG. */
  readonly decodesInWorker: boolean
}

/** One record a format. */
export const FORMAT_FACTS = {
  jpeg: {
    label: 'JPEG',
    mediaTypes: { 'image/jpeg': 'jpg' },
    extensions: ['jpg', 'jpeg', 'jpe', 'jfif'],
    canBeTransparent: false,
    decodesInWorker: true,
  },
  png: {
    label: 'PNG',
    mediaTypes: { 'image/png': 'png', 'image/apng': 'png' },
    extensions: ['png', 'apng'],
    canBeTransparent: true,
    decodesInWorker: true,
  },
  webp: {
    label: 'WebP',
    mediaTypes: { 'image/webp': 'webp' },
    extensions: ['webp'],
    canBeTransparent: true,
    decodesInWorker: true,
  },
  gif: {
    label: 'GIF',
    mediaTypes: { 'image/gif': 'gif' },
    extensions: ['gif'],
    canBeTransparent: true,
    decodesInWorker: true,
  },
  jxl: {
    label: 'JPEG XL',
    mediaTypes: { 'image/jxl': 'jxl' },
    extensions: ['jxl'],
    canBeTransparent: true,
    decodesInWorker: true,
  },
  heif: {
    label: 'HEIF',
    mediaTypes: { 'image/heic': 'heic', 'image/heif': 'heif' },
    extensions: ['heic', 'heif', 'heics', 'heifs'],
    canBeTransparent: false,
    decodesInWorker: true,
  },
  avif: {
    label: 'AVIF',
    mediaTypes: { 'image/avif': 'avif' },
    extensions: ['avif'],
    canBeTransparent: true,
    decodesInWorker: true,
  },
  /** Every ISO base media or QuickTime film: MP4, MOV, M4V, 3GP. */
  mp4: {
    label: 'MP4',
    mediaTypes: { 'video/mp4': 'mp4', 'video/quicktime': 'mov', 'video/3gpp': '3gp' },
    extensions: ['mp4', 'm4v', 'mov', '3gp'],
    canBeTransparent: false,
    decodesInWorker: false,
  },
  /** Matroska as well. */
  webm: {
    label: 'WebM',
    mediaTypes: { 'video/webm': 'webm', 'video/x-matroska': 'mkv', 'video/matroska': 'mkv' },
    extensions: ['webm', 'mkv'],
    canBeTransparent: false,
    decodesInWorker: false,
  },
  tiff: {
    label: 'TIFF',
    mediaTypes: { 'image/tiff': 'tiff' },
    extensions: ['tif', 'tiff'],
    canBeTransparent: false,
    decodesInWorker: true,
  },
  svg: {
    label: 'SVG',
    mediaTypes: { 'image/svg+xml': 'svg' },
    extensions: ['svg'],
    canBeTransparent: true,
    decodesInWorker: false,
  },
} as const satisfies Readonly<Record<string, FormatFacts>>

export type FormatName = keyof typeof FORMAT_FACTS

const ALL: readonly FormatFacts[] = Object.values(FORMAT_FACTS)

/** Returns the media type, as registered with IANA, that a file of a format has when nobody says otherwise. */
export function mediaTypeOf(format: FormatName): string {
  const [type] = Object.keys(FORMAT_FACTS[format].mediaTypes)
  if (type === undefined) throw new Error(`${format} has no media type`)
  return type
}

/** Returns the usual ending, without a dot, of files of a media type in lower case; undefined for types that are none of ours. */
export function extensionOf(mediaType: string): string | undefined {
  for (const { mediaTypes } of ALL) if (Object.hasOwn(mediaTypes, mediaType)) return mediaTypes[mediaType]
  return undefined
}

/** Whether files of a media type can be see-through; false for types that are none of ours. */
export function canBeTransparent(mediaType: string): boolean {
  return ALL.some((facts) => facts.canBeTransparent && Object.hasOwn(facts.mediaTypes, mediaType))
}
