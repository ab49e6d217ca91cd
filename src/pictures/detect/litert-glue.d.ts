/** The script that comes with LiteRT's WebAssembly, as a module and without its ways to the network; made by scripts/face-engine.ts. */
declare module 'virtual:litert-glue' {
  export default function createModule(options: {
    readonly instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => void
    readonly print: (text: string) => void
    readonly printErr: (text: string) => void
  }): Promise<unknown>
}
