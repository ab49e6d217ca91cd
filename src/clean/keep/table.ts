/** What a parent is told about things that stay although they are not the picture itself; `words/` has a sentence for each. */
export type KeptFeature =
  | 'orientation'
  | 'colour-profile'
  | 'hdr-gain-map'
  | 'stereo-picture'
  | 'panorama'
  | 'animation'
  | 'transparency'
  | 'sound'
  | 'pages'

/** Why a part may stay in a cleaned file. */
export interface KeepRow {
  /** The reason, in the field's terms. */
  readonly why: string
  readonly feature?: KeptFeature
  /** The part stays only while every byte of it is zero: the rest of something that was blanked in place, or padding. */
  readonly zeros?: true
  /** What is seen or heard itself: the proof compares it with the original, byte for byte. */
  readonly isPicture?: true
}

/**
 * Part name → why it may stay. In a key, `*` stands for any run of characters but '/'. Nothing else may stay, so a part
 * that no row names goes, or is blanked. A format that writes something afresh gives it a name of its own, which its `split`
 * uses only for bytes that are exactly what `rebuild` writes ('APP1 Exif orientation', never 'APP1 Exif').
 */
export type KeepTable = Readonly<Record<string, KeepRow>>
