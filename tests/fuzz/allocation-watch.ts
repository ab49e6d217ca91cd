/**
 * Watches what is asked for in one piece: buffers by their constructors, and files by Blob.arrayBuffer. What the engine keeps in
 * many small pieces is bounded by the heap that its thread is given.
 */
export class AllocationWatch {
  largest = 0

  constructor() {
    const note = (bytes: unknown) => {
      if (typeof bytes === 'number' && bytes > this.largest) this.largest = bytes
    }
    for (const name of ['ArrayBuffer', 'Uint8Array', 'Uint8ClampedArray'] as const) {
      const watched = watching(globalThis[name], note)
      Object.defineProperty(globalThis, name, { value: watched })
    }
    const arrayBuffer = Blob.prototype.arrayBuffer
    Blob.prototype.arrayBuffer = function (this: Blob) {
      note(this.size)
      return arrayBuffer.call(this)
    }
  }

  /** Begins anew. */
  reset(): void {
    this.largest = 0
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
