/**
 * The functions that a Worker offers, by name. What they take and what they give is cloned on its way; an ImageBitmap that is
 * given is handed over instead.
 */
export type Calls<Of> = { readonly [Name in keyof Of]: (...given: never[]) => Promise<unknown> }

/** What a call of this name takes, and what it gives. */
export type Given<Of extends Calls<Of>, Name extends keyof Of> = Parameters<Of[Name]>
export type Value<Of extends Calls<Of>, Name extends keyof Of> = Awaited<ReturnType<Of[Name]>>

/** What is posted to a Worker. */
export interface Call {
  /** Comes back with the answer. */
  readonly id: number
  readonly name: string
  readonly given: readonly unknown[]
}

/** What a Worker posts back: what became of the call with this id. */
export type Answer = { readonly id: number } & (
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string }
)
