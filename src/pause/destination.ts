import { answerQuestion, isQuestionDue } from '../accounts'
import { breakEnds } from '../settings/break'
import { cleanedInARow, cleanWithoutAsking } from '../settings/settings'
import { siteIdOf, siteOf } from '../sites'
import { readerOf } from '../sites/readers'
import { askBackground } from './ask-background'
import type { Destination } from './review-flow'

/** After three times the same answer the fourth question offers to make it the rule here. */
const OFFERED_AFTER = 3

/** What the settings say about the place with this host name. */
export function destinationOf(host: string): Destination {
  const id = siteIdOf(host)
  return {
    host,
    site: siteOf(host),
    onBreak: async () => (await breakEnds(new Date())) !== null,
    cleansWithoutAsking: async () => (await cleanWithoutAsking.getValue()).includes(id),
    setCleansWithoutAsking: async (without) => {
      const others = (await cleanWithoutAsking.getValue()).filter((other) => other !== id)
      await cleanWithoutAsking.setValue(without ? [...others, id] : others)
      await setCleanedInARow(id, 0)
    },
    offersRule: async () => (await timesCleaned(id)) >= OFFERED_AFTER,
    rememberCleaned: async (everything) => setCleanedInARow(id, everything ? (await timesCleaned(id)) + 1 : 0),
    readAudience: () => (readerOf(id) ? askBackground('readAudience', id) : Promise.resolve('cannot-tell')),
    isQuestionDue: (reading) => isQuestionDue(id, new Date(), reading),
    rememberAnswer: (answer, reading) => answerQuestion(id, answer, new Date(), reading),
  }
}

async function timesCleaned(id: string): Promise<number> {
  return (await cleanedInARow.getValue())[id] ?? 0
}

async function setCleanedInARow(id: string, times: number): Promise<void> {
  await cleanedInARow.setValue({ ...(await cleanedInARow.getValue()), [id]: Math.min(times, OFFERED_AFTER) })
}
