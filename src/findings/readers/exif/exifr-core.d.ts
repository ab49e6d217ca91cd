/** exifr's own sources, which its package lists but does not type. */
declare module 'exifr/src/core.mjs' {
  export class Exifr {
    constructor(options: Readonly<Record<string, boolean>>)
    read(bytes: Uint8Array): Promise<void>
    parse(): Promise<unknown>
  }
}
declare module 'exifr/src/file-parsers/tiff.mjs'
declare module 'exifr/src/segment-parsers/tiff-exif.mjs'
