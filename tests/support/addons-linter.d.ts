/** The part of the linter that the tests call; the package brings no types. */
declare module 'addons-linter' {
  interface Message {
    readonly code: string
    readonly message: string
    readonly file?: string
  }
  const linter: {
    createInstance(options: { readonly config: Record<string, unknown>; readonly runAsBinary: false }): {
      run(): Promise<{ readonly errors: readonly Message[]; readonly warnings: readonly Message[] }>
    }
  }
  export default linter
}
