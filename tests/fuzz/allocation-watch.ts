const NAMES = ['ArrayBuffer', 'Uint8Array', 'Uint8ClampedArray'] as const

/**
 * Watches what is asked for in one piece: buffers by their constructors, and files by Blob.arrayBuffer. What the engine keeps in
 * many small pieces is bounded by the heap that its thread is given.
 */
export class AllocationWatch {
  largest = 0
  private readonly before = NAMES.map((name) => [name, globalThis[name]] as const)
  private readonly arrayBuffer = Blob.prototype.arrayBuffer

  constructor() {
    const note = (bytes: unknown) => {
      if (typeof bytes === 'number' && bytes > this.largest) this.largest = bytes
    }
    for (const [name, original] of this.before)
      Object.defineProperty(globalThis, name, { value: watching(original, note), configurable: true, writable: true })
    const { arrayBuffer } = this
    Blob.prototype.arrayBuffer = function (this: Blob) {
      note(this.size)
      return arrayBuffer.call(this)
    }
  }

  /** Begins anew. */
  reset(): void {
    this.largest = 0
  }

  stop(): void {
    for (const [name, original] of this.before) Object.assign(globalThis, { [name]: original })
    Blob.prototype.arrayBuffer = this.arrayBuffer
  }
}

/** The constructor, but what it is first asked for is noted. */
function watching<Constructor extends new (...args: never[]) => object>(
  original: Constructor,
  note: (bytes: unknown) => void,
): Constructor {
  const watched: Constructor = new Proxy(original, {
    construct(target, args, newTarget): object {
      note(args[0])
      return Reflect.construct(target, args, newTarget === watched ? original : newTarget)
    },
  })
  return watched
}
