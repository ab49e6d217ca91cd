import type { VNode } from 'preact'

/** What a page shows in one state; `press` is what has to be pressed to get there, once it is drawn. */
export interface State {
  readonly draw: () => VNode | Promise<VNode>
  readonly press?: readonly string[]
}

export type States = Readonly<Record<string, State>>
