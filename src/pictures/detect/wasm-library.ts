import createModule from 'virtual:litert-glue'

let binary: Uint8Array | undefined

/** Hands over the bytes of the engine, before it is loaded: its own script has no way to get them. */
export function provideWasm(bytes: Uint8Array): void {
  binary = bytes
}

/** Stands in for the package `@litertjs/wasm-utils`, which loads scripts in a way that no module Worker knows. */
export async function createWasmLib<T>(Library: new (module: unknown) => T): Promise<T> {
  const quiet = () => undefined
  return new Library(await createModule({ wasmBinary: binary, print: quiet, printErr: quiet }))
}
