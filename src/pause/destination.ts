import { answerQuestion, isQuestionDue } from '../accounts'
import type { Reading } from '../bridge/audience'
import { holds } from '../bridge/file-answer'
import { digestOf } from '../file-answers/digest'
import { breakEnds } from '../settings/break'
import { cleanedInARow, cleanWithoutAsking, sitesOff } from '../settings/settings'
import { siteIdOf, siteOf } from '../sites'
import { readerOf } from '../sites/audience'
import { mastodonAt } from '../sites/mastodon'
import { plainHost } from '../sites/match-pattern'
import type { Site } from '../sites/site'
import { askBackground } from './ask-background'
import type { Destination } from './review-flow'

/** After three times the same answer the fourth question offers to make it the rule here. */
const OFFERED_AFTER = 3

/** What the settings say about the place with this host name, and what was answered in this page of it. */
export function destinationOf(host: string, page: string): Destination {
  const id = siteIdOf(host)
  const here = `${page} ${id}`
  const listed = siteOf(host)
  /** A server of Mastodon that the parent added is known by its page. */
  let recognised: Site | null = null
  const readAudience = async (): Promise<Reading> => {
    if (listed && !readerOf(id)) return 'cannot-tell'
    const { reading, isMastodon } = await askBackground('readAudience', id)
    if (isMastodon) recognised = mastodonAt(plainHost(host))
    return reading
  }
  return {
    host,
    get site() {
      return listed ?? recognised
    },
    letsPass: async () => {
      const [ends, off] = await Promise.all([breakEnds(new Date()), sitesOff.getValue()])
      return ends !== null || off.includes(id)
    },
    cleansWithoutAsking: async () => {
      if ((await cleanWithoutAsking.getManaged())?.includes(id)) return 'school'
      return (await cleanWithoutAsking.getOwn()).includes(id) && 'rule'
    },
    setCleansWithoutAsking: async (without) => {
      const others = (await cleanWithoutAsking.getValue()).filter((other) => other !== id)
      await cleanWithoutAsking.setValue(without ? [...others, id] : others)
      await setCleanedInARow(id, 0)
    },
    offersRule: async () => (await timesCleaned(id)) >= OFFERED_AFTER,
    rememberCleaned: async (everything) => setCleanedInARow(id, everything ? (await timesCleaned(id)) + 1 : 0),
    readAudience,
    isQuestionDue: (reading) => isQuestionDue(id, new Date(), reading),
    rememberAccountAnswer: (answer, reading) => answerQuestion(id, answer, new Date(), reading),
    recogniseAhead: (files) => void digestsOf(files),
    recallChoices: async (files) => {
      if (!(await askBackground('hasAnswers', here))) return []
      const digests = await digestsOf(files)
      const readable = digests.filter((digest) => digest !== null)
      const answers = await askBackground('recallAnswers', here, readable)
      const reading = answers.some((answer) => answer?.choice === 'as-is') ? await readAudience() : 'cannot-tell'
      return digests.map((digest) => {
        const answer = digest === null ? null : answers[readable.indexOf(digest)]
        return answer && holds(answer, reading) ? answer.choice : null
      })
    },
    rememberChoice: async (files, choice, reading) => {
      const digests = (await digestsOf(files)).filter((digest) => digest !== null)
      await askBackground('rememberFileAnswer', here, digests, { choice, reading })
    },
    forgetChoices: async (files) => {
      const digests = (await digestsOf(files)).filter((digest) => digest !== null)
      await askBackground('rememberFileAnswer', here, digests, null)
    },
  }
}

/** A file that is looked up and then remembered is read once. */
const known = new WeakMap<File, Promise<string | null>>()

/** One after the other, so that hundreds of photos do not lie in memory at once. */
async function digestsOf(files: readonly File[]): Promise<(string | null)[]> {
  const digests: (string | null)[] = []
  for (const file of files) {
    const digest = known.get(file) ?? digestOf(file)
    known.set(file, digest)
    digests.push(await digest)
  }
  return digests
}

async function timesCleaned(id: string): Promise<number> {
  return (await cleanedInARow.getValue())[id] ?? 0
}

async function setCleanedInARow(id: string, times: number): Promise<void> {
  await cleanedInARow.setValue({ ...(await cleanedInARow.getValue()), [id]: Math.min(times, OFFERED_AFTER) })
}
