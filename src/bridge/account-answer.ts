/** `limited`: only people the parent chose. `public`: everyone, on purpose. `later`: ask again tomorrow. */
export const ANSWERS = ['limited', 'public', 'later'] as const
export type Answer = (typeof ANSWERS)[number]
