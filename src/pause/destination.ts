import { answerQuestion, isQuestionDue } from '../accounts'
import { breakEnds } from '../settings/break'
import { cleanWithoutAsking } from '../settings/settings'
import { siteIdOf, siteOf } from '../sites'
import type { Destination } from './review-flow'

/** What the settings say about the place with this host name. */
export function destinationOf(host: string): Destination {
  const id = siteIdOf(host)
  return {
    host,
    site: siteOf(host),
    onBreak: async () => (await breakEnds(new Date())) !== null,
    cleansWithoutAsking: async () => (await cleanWithoutAsking.getValue()).includes(id),
    isQuestionDue: () => isQuestionDue(id, new Date()),
    rememberAnswer: (answer) => answerQuestion(id, answer, new Date()),
  }
}
