/** The script that comes with LiteRT's WebAssembly, as a module and without its ways to the network; made by scripts/face-engine.ts. */
declare module 'virtual:litert-glue' {
  export default function createModule(options: {
    readonly wasmBinary: Uint8Array | undefined
    readonly print: (text: string) => void
    readonly printErr: (text: string) => void
  }): Promise<unknown>
}
