/** Photos that cannot be taken apart, and why; each is refused as "could not be checked". */
export const CANNOT_SPLIT: Readonly<Record<string, string>> = {
  'corpus/image-rs+image-png/tests/bugfixes/x_consecutive_idat.png':
    'its IDAT chunks do not follow each other, which libpng refuses as well',
  'corpus/mindeng+nom-exif/testdata/oom_large_box.heic':
    'its item table is broken on purpose; libheif and ExifTool find no picture in it either',
  'corpus/mindeng+nom-exif/testdata/motion_photo_pixel_synth.jpg': 'there is no picture in it, only blocks around one',
  'corpus/exiftool+exiftool/t/images/JXL2.jxl': 'its codestream is a dummy text without an end',
}

/** Cleaned photos in which ExifTool still prints something, and why that says nothing about a person. */
export const NOT_CLEAN: Readonly<Record<string, string>> = {
  'generated/tiff, JPEG inside, with everything':
    'ExifTool calls a strip that is coded as JPEG a preview; it is the picture itself',
}

/** Photos in which a private text stays in sight in the bytes, and why that is no leak. */
export const STAYS_IN_SIGHT: Readonly<Record<string, string>> = {
  'corpus/exiftool+exiftool/html/plot4.svg': 'its title is drawn as well',
  'corpus/contentauth+c2pa-rs/sdk/tests/fixtures/sample1.svg': 'HistoryChanged is "/metadata", as an end tag has it',
}

/** How many photos of a format the decoders in the tests cannot show: broken ones, and films, which ffmpeg looks into elsewhere. */
export const NOT_COMPARED: Readonly<Record<string, number>> = {
  jxl: 1,
  heif: 1,
  avif: 8,
  tiff: 1,
  svg: 1,
  mp4: Number.POSITIVE_INFINITY,
  webm: Number.POSITIVE_INFINITY,
}

/** Photos in which nothing can be covered in place, and why. */
export const NOT_IN_PLACE: Readonly<Record<string, string>> = {
  'corpus/image-rs+image-png/tests/bugfixes/x_consecutive_idat.png': 'it cannot be taken apart, see above',
  ...Object.fromEntries(
    ['exif', 'exif-both', 'exif-legacy', 'exif-legacy-app1', 'text-only'].map((name) => [
      `corpus/mindeng+nom-exif/testdata/${name}.png`,
      'there is no picture in it, only blocks around one',
    ]),
  ),
}
