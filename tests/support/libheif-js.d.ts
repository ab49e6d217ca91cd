declare module 'libheif-js/wasm-bundle' {
  export interface HeifImage {
    get_width(): number
    get_height(): number
    is_primary(): boolean
    /** Draws RGBA; calls back with null when the picture does not decode. */
    display(into: Canvas, done: (drawn: Canvas | null) => void): void
    free(): void
  }
  export interface Canvas {
    readonly data: Uint8ClampedArray
    readonly width: number
    readonly height: number
  }
  export class HeifDecoder {
    decode(file: Uint8Array): HeifImage[]
  }
}
