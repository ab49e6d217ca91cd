import type { Said, TimeEvent } from './clue'

/** What the text under a tag or a property says; the tables of the readers are made of these. */
export type Meaning = (text: string) => Said

type Of<Says extends Said['says']> = Extract<Said, { readonly says: Says }>

export const person =
  (role: Of<'person'>['role']): Meaning =>
  (text) => ({ says: 'person', text, role })

export const words =
  (role: Of<'words'>['role']): Meaning =>
  (text) => ({ says: 'words', text, role })

/** `size` from a spot (0) to a continent (5). */
export const place =
  (size: Of<'place-name'>['size']): Meaning =>
  (text) => ({ says: 'place-name', text, size })

export const time =
  (event: TimeEvent): Meaning =>
  (text) => ({ says: 'time', text, event })

export const thing =
  (says: 'make' | 'model' | 'serial' | 'software'): Meaning =>
  (text) => ({ says, text })
