import type { FormatName } from '../src/formats/format-facts'

/** A program that takes metadata out of a file. */
export interface Tool {
  readonly name: string
  /** The formats that it says it handles. */
  readonly formats: readonly FormatName[]
  /** The cleaned file. @throws when the tool refuses it. */
  clean(bytes: Uint8Array<ArrayBuffer>, path: string): Promise<Uint8Array>
}

/** A package of bench/package.json, which the rest of the repository must not need. */
export async function peer<T>(name: string): Promise<T> {
  return (await import(name)) as T
}
