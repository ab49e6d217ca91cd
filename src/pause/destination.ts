import { answerQuestion, isQuestionDue } from '../accounts'
import { breakEnds } from '../settings/break'
import { cleanWithoutAsking } from '../settings/settings'
import { siteIdOf, siteOf } from '../sites'
import { readerOf } from '../sites/readers'
import { askBackground } from './ask-background'
import type { Destination } from './review-flow'

/** What the settings say about the place with this host name. */
export function destinationOf(host: string): Destination {
  const id = siteIdOf(host)
  return {
    host,
    site: siteOf(host),
    onBreak: async () => (await breakEnds(new Date())) !== null,
    cleansWithoutAsking: async () => (await cleanWithoutAsking.getValue()).includes(id),
    readAudience: () => (readerOf(id) ? askBackground('readAudience', id) : Promise.resolve('cannot-tell')),
    isQuestionDue: (reading) => isQuestionDue(id, new Date(), reading),
    rememberAnswer: (answer, reading) => answerQuestion(id, answer, new Date(), reading),
  }
}
