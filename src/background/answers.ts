import { answerQuestion } from '../accounts'
import type { Done } from '../bridge/background'
import { hasAnswers, recallAnswers, rememberAnswer } from '../file-answers/file-answers'
import { changeRules } from '../settings/change-rules'
import { rememberRecent } from '../settings/recent'
import { recordDone } from '../settings/record-done'
import { injectScript } from '../site-access/inject-script'
import { setUnfiltered } from '../site-access/set-unfiltered'
import { readTab } from '../sites/audience/read-tab'
import { hostInTop } from '../tickets/host-in-top'
import { issueTicket, redeemTicket } from '../tickets/tickets'
import type { Answers } from './serve'

/** What the background answers; who may ask stands in `MAY_ASK`. */
export const ANSWERS: Answers = {
  issueTicket: ({ tab, host }, page) => issueTicket({ tab, host, page, route: { at: 'host' } }, Date.now()),
  hostInTop: (sender, page, path, hasScripts) => hostInTop(sender, page, path, hasScripts, Date.now()),
  injectHost: ({ tab, frame }) => injectScript(tab, frame, '/host.js'),
  setUnfiltered: ({ tab, frame }, unfiltered) => setUnfiltered(tab, frame, unfiltered),
  injectReviewedAccess: ({ tab, frame }) => injectScript(tab, frame, '/reviewed-access.js'),
  injectPageWorld: ({ tab, frame }) => injectScript(tab, frame, '/page-world.js'),
  redeemTicket: ({ tab }, ticket) => redeemTicket(ticket, tab, Date.now()),
  record: ({ isPrivate }, done) => (isPrivate ? Promise.resolve(null) : record(done, new Date())),
  readAudience: ({ tab }, siteId) => readTab(tab, siteId),
  rememberAccountAnswer: (_, site, answer, reading) =>
    answerQuestion(site, answer, new Date(), reading).then(() => null),
  changeRules: (_, site, change) => changeRules(site, change).then(() => null),
  hasAnswers: ({ tab }, pageAndSite) => hasAnswers(tab, pageAndSite),
  recallAnswers: ({ tab }, pageAndSite, digests) => recallAnswers(tab, pageAndSite, digests),
  rememberFileAnswer: ({ tab }, pageAndSite, digests, answer) =>
    rememberAnswer(tab, pageAndSite, digests, answer).then(() => null),
}

/** Counts what was done, and lists it among the last ones. Of private windows neither is done. */
async function record(done: Done, now: Date): Promise<null> {
  await Promise.all([recordDone(done, now), rememberRecent(done, now)])
  return null
}
