interface Miss {
  /** The start of the sentence: 'serial fefef80c'. */
  readonly what: string
  readonly why: string
}

const NO_TEXT = 'four floating-point numbers under a tag that holds a text'

const YAMINA: readonly Miss[] = [
  { what: 'name -3.4', why: NO_TEXT },
  { what: 'serial -1.7', why: NO_TEXT },
]

const RECORDING: readonly Miss[] = [
  { what: 'name ReplayKitRecording', why: 'what iOS calls the author of a film of its screen' },
]

/** What ExifTool reads in a photo and we do not, and why. */
export const NOT_FOUND: Readonly<Record<string, readonly Miss[]>> = {
  'corpus/exiftool+exiftool/t/images/ExifTool.jpg': [
    { what: 'place Salem, Oregon', why: 'inside of a C2PA manifest, which is found and named as such' },
  ],
  'corpus/exiftool+exiftool/t/images/XMP.svg': [
    { what: 'place Salem, Oregon', why: 'inside of a C2PA manifest, which is found and named as such' },
  ],
  'corpus/drewnoakes+metadata-extractor-images/jpg/Kodak DC3400.jpg': [
    { what: 'name KODAK DC3400 ZOOM DIGITAL CAMERA', why: 'the camera’s own name in the place of the author' },
  ],
  'corpus/mindeng+nom-exif/testdata/auth.mov': RECORDING,
  'corpus/mindeng+nom-exif/testdata/udta.auth.mp4': RECORDING,
  'corpus/kamadak+exif-rs/tests/yaminabe.tif': YAMINA,
  'corpus/kamadak+exif-rs/tests/yaminale.tif': YAMINA,
}

const BEHIND = 'bytes behind the end of the picture that no format explains'

/** Photos in which we find something although ExifTool prints nothing personal, and what it is. */
export const FALSE_ALARMS: Readonly<Record<string, string>> = {
  'corpus/google+libultrahdr/tests/data/minnie-320x240-y.jpg': BEHIND,
  'generated/png with the rest of a longer one behind its end': BEHIND,
  'generated/jpeg in CMYK with a long Adobe segment': 'text behind the end of the segment’s content',
  'generated/jpeg with a film behind it and nothing that says so':
    'a hidden film, which ExifTool finds only by its mark in XMP',
  'corpus/libjxl+conformance/testcases/bench_oriented_brg/input.jxl':
    'jbrd, which rebuilds the JPEG that the picture was made from with its comments, packed with Brotli',
  'corpus/libjxl+conformance/testcases/grayscale_jpeg/input.jxl':
    'jbrd, which rebuilds the JPEG that the picture was made from with its comments, packed with Brotli',
  'corpus/mattiasw+ExifReader/test/fixtures/images/test-brotli.jxl':
    'author, caption and copyright in blocks packed with Brotli, which we unpack and a plain Perl does not',
  'corpus/exiftool+exiftool/t/images/QuickTime.heic': 'a thumbnail item',
}
