import type { Answer, Call, Calls } from './calls'

/** Answers calls of these functions; call it once, at the top of a Worker. Only our own pages can call. */
export function serveCalls<Of extends Calls<Of>>(functions: Of): void {
  self.addEventListener('message', async ({ data }: MessageEvent<Call>) => {
    const answer = await answerTo(data, functions)
    const moved = answer.ok && answer.value instanceof ImageBitmap ? [answer.value] : []
    self.postMessage(answer, { transfer: moved })
  })
}

/** Returns what a function gave, or what it threw. */
export async function answerTo<Of extends Calls<Of>>({ id, name, given }: Call, functions: Of): Promise<Answer> {
  try {
    if (!Object.hasOwn(functions, name)) throw new Error(`no call ${name}`)
    const call = functions[name as keyof Of] as unknown as (...given: readonly unknown[]) => Promise<unknown>
    return { id, ok: true, value: await call(...given) }
  } catch (error) {
    return { id, ok: false, message: String(error) }
  }
}
