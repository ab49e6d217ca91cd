/** Why nobody was asked: a rule of the parent or the school, small things alone, the same files were answered for before. */
export type Unasked = 'rule' | 'school' | 'small' | 'before'
