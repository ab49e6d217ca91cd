import type { WordKey } from '../words/words'

interface Check {
  readonly words: WordKey
  /** Who gives this advice; their words are not ours. */
  readonly saidBy: string
}

/** What to look at before posting, in our own words. */
export const CHECKLIST: readonly Check[] = [
  { words: 'help.check.need', saidBy: 'CNIL (2024), eSafety, veiligonline.be' },
  { words: 'help.check.audience', saidBy: 'CNIL (2023), CAMELEON (2024)' },
  { words: 'help.check.place', saidBy: 'CNIL' },
  { words: 'help.check.clues', saidBy: 'eSafety' },
  { words: 'help.check.body', saidBy: 'CNIL, veiligonline.be' },
  { words: 'help.check.child', saidBy: 'veiligonline.be' },
  { words: 'help.check.others', saidBy: 'cybersimple.be' },
]
