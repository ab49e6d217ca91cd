import type { Statement, TimeEvent } from './clue'

/** What the text under a tag or a property says; the tables of the readers are made of these. */
export type TagMapping = (text: string) => Statement

type Of<Says extends Statement['type']> = Extract<Statement, { readonly type: Says }>

export const asPerson =
  (role: Of<'person'>['role']): TagMapping =>
  (text) => ({ type: 'person', text, role })

export const asWords =
  (role: Of<'words'>['role']): TagMapping =>
  (text) => ({ type: 'words', text, role })

/** `size` from a spot (0) to a continent (5). */
export const asPlace =
  (size: Of<'place-name'>['size']): TagMapping =>
  (text) => ({ type: 'place-name', text, size })

export const asTime =
  (event: TimeEvent): TagMapping =>
  (text) => ({ type: 'time', text, event })

export const asDevice =
  (type: 'make' | 'model' | 'serial' | 'software'): TagMapping =>
  (text) => ({ type, text })
