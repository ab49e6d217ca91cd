/** One way by which files reach a page: the capture listeners that watch it, by event type. */
export type WayIn = { readonly [type: string]: (event: Event) => void }
