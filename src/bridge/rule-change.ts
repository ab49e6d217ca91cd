/**
 * What an answer changes in the rules of a site: from now on what is found is taken out there without a question, or is asked
 * about again; everything was taken out this time, or something was not. `ask-small` is for every site: small things, such as
 * the model of the phone, are asked about as well.
 */
export const RULE_CHANGES = ['clean-always', 'ask-again', 'cleaned-all', 'not-cleaned-all', 'ask-small'] as const
export type RuleChange = (typeof RULE_CHANGES)[number]
