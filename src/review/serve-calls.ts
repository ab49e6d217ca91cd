/** The functions that a Worker offers: each takes the file and, where it needs one, a number or an order. */
export type Calls = Record<string, (file: File, size: number, order: unknown) => Promise<unknown>>

export interface Call {
  /** Comes back with the answer. */
  readonly id: number
  readonly name: string
  readonly file: File
  readonly size: number
  /** What is to be done in detail; anything that can be cloned. */
  readonly order?: unknown
}

/** What became of the call with this id. */
export type Answer = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }
)

/** Answers one call at a time; call it once, at the top of a Worker. */
export function serveCalls(calls: Calls): void {
  self.addEventListener('message', async ({ data }: MessageEvent<Call>) => {
    const answer = await answerTo(data, calls)
    const moved = answer.ok && answer.value instanceof ImageBitmap ? [answer.value] : []
    self.postMessage(answer, { transfer: moved })
  })
}

async function answerTo({ id, name, file, size, order }: Call, calls: Calls): Promise<Answer> {
  try {
    const call = calls[name]
    if (!call) throw new Error(`no call ${name}`)
    return { id, ok: true, value: await call(file, size, order) }
  } catch (error) {
    return { id, ok: false, message: String(error) }
  }
}
