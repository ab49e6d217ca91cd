import createModule from 'virtual:litert-glue'

let compiled: WebAssembly.Module | undefined

/** Hands over the engine, before it is loaded: its own script has no way to get it. */
export function provideWasm(module: WebAssembly.Module): void {
  compiled = module
}

/** Stands in for the package `@litertjs/wasm-utils`, which loads scripts in a way that no module Worker knows. */
export async function createWasmLib<T>(Library: new (module: unknown) => T): Promise<T> {
  const module = compiled
  if (!module) throw new Error('no engine was handed over')
  const quiet = () => undefined
  return new Promise((resolve, reject) => {
    createModule({
      // The script waits for ever when this fails.
      instantiateWasm: (imports, done) => void WebAssembly.instantiate(module, imports).then(done, reject),
      print: quiet,
      printErr: quiet,
    }).then((library) => resolve(new Library(library)), reject)
  })
}
