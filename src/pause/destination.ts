import { isQuestionDue } from '../accounts'
import type { Reading } from '../bridge/audience'
import { holds } from '../bridge/file-answer'
import type { RuleChange } from '../bridge/rule-change'
import { digestOf } from '../file-answers/digest'
import { breakEnds } from '../settings/break'
import { OFFERED_AFTER } from '../settings/change-rules'
import { cleanedInARow, cleanWithoutAsking, nothingFound, sitesOff, smallThings } from '../settings/settings'
import { siteIdOf, siteOf } from '../sites'
import { readerOf } from '../sites/audience'
import { mastodonAt } from '../sites/mastodon'
import { plainHost } from '../sites/match-pattern'
import type { Site } from '../sites/site'
import type { AccountQuestion } from './account-question'
import { askBackground } from './ask-background'
import type { FileAnswers } from './file-answers'
import type { SiteRules } from './site-rules'

/** The site that the files go to: its rules, who sees the account, and what was answered in its page. */
export interface Destination {
  readonly rules: SiteRules
  readonly account: AccountQuestion
  readonly answers: FileAnswers
}

/** Returns what the settings say about the site with this host name, and what was answered in this page of it. */
export function destinationOf(host: string, page: string): Destination {
  const id = siteIdOf(host)
  const account = accountOn(host, id)
  return { rules: rulesOf(id), account, answers: answersIn(`${page} ${id}`, () => account.readAudience()) }
}

/** The background changes what is stored: this page has no lock against others. */
function rulesOf(id: string): SiteRules {
  const change = async (what: RuleChange) => {
    await askBackground('changeRules', id, what)
  }
  return {
    letsPass: async () => {
      const [ends, off] = await Promise.all([breakEnds(new Date()), sitesOff.getValue()])
      return ends !== null || off.includes(id)
    },
    read: async () => {
      const [school, own, times, small, untouched] = await Promise.all([
        cleanWithoutAsking.getManaged(),
        cleanWithoutAsking.getOwn(),
        cleanedInARow.getValue(),
        smallThings.getValue(),
        nothingFound.getValue(),
      ])
      return {
        without: school?.includes(id) ? 'school' : own.includes(id) ? 'rule' : null,
        offersRule: (times[id] ?? 0) >= OFFERED_AFTER,
        smallThings: small,
        leavesUntouched: untouched === 'leave',
      }
    },
    setCleansWithoutAsking: (without) => change(without ? 'clean-always' : 'ask-again'),
    rememberCleaned: (everything) => change(everything ? 'cleaned-all' : 'not-cleaned-all'),
    askAboutSmallThings: () => change('ask-small'),
  }
}

function accountOn(host: string, id: string): AccountQuestion {
  const listed = siteOf(host)
  /** A server of Mastodon that the parent added is known by its page. */
  let recognised: Site | null = null
  return {
    host,
    get site() {
      return listed ?? recognised
    },
    readAudience: async () => {
      if (listed && !readerOf(id)) return 'cannot-tell'
      const { reading, isMastodon } = await askBackground('readAudience', id)
      if (isMastodon) recognised = mastodonAt(plainHost(host))
      return reading
    },
    isDue: (reading) => isQuestionDue(id, new Date(), reading),
    remember: async (answer, reading) => {
      await askBackground('rememberAccountAnswer', id, answer, reading)
    },
  }
}

function answersIn(here: string, readAudience: () => Promise<Reading>): FileAnswers {
  const readable = async (files: readonly File[]) => (await digestsOf(files)).filter((digest) => digest !== null)
  return {
    recogniseAhead: (files) => void digestsOf(files),
    recall: async (files) => {
      if (!(await askBackground('hasAnswers', here))) return []
      const digests = await digestsOf(files)
      const asked = digests.filter((digest) => digest !== null)
      const answers = await askBackground('recallAnswers', here, asked)
      const reading = answers.some((answer) => answer?.choice === 'as-is') ? await readAudience() : 'cannot-tell'
      return digests.map((digest) => {
        const answer = digest === null ? null : answers[asked.indexOf(digest)]
        return answer && holds(answer, reading) ? answer.choice : null
      })
    },
    remember: async (files, choice, reading) => {
      await askBackground('rememberFileAnswer', here, await readable(files), { choice, reading })
    },
    forget: async (files) => {
      await askBackground('rememberFileAnswer', here, await readable(files), null)
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
