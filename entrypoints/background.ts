import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { type Background, parseQuestion, type Question } from '../src/bridge/background'
import { forgetTab, hasAnswers, recallAnswers, rememberAnswer } from '../src/file-answers/file-answers'
import { answerMenu, offerInMenu } from '../src/page-picture/menu'
import { hidesWelcome } from '../src/settings/managed'
import { recordDone } from '../src/settings/record-done'
import { addedSites } from '../src/settings/settings'
import { keepGranted } from '../src/site-access/add-site'
import { bringReader } from '../src/site-access/bring-reader'
import { registerAddedSites } from '../src/site-access/register'
import { markStart } from '../src/site-access/watched-since'
import { readTab } from '../src/sites/audience/read-tab'
import { announceTicket } from '../src/tickets/announce'
import { type Sender, senderOf } from '../src/tickets/sender'
import { issueTicket, redeemTicket } from '../src/tickets/tickets'

type Reply = ReturnType<Background[keyof Background]>

export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message, from, respond) => {
    const question = parseQuestion(message)
    const sender = senderOf(from, { id: browser.runtime.id, origin: browser.runtime.getURL('/') })
    const reply = question && sender && answer(question, sender)
    reply?.then(respond, (problem) => {
      console.error('PausePhoto: no answer to', question?.ask, problem)
      respond(undefined)
    })
    return reply ? true : undefined
  })

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void openWelcome()
    // After an update of the browser itself every page was loaded with our scripts.
    if (reason === 'install' || reason === 'update') void markStart(Date.now())
    void registerAddedSites()
    void offerInMenu()
  })
  answerMenu()
  browser.runtime.onStartup.addListener(() => void registerAddedSites())
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void keepGranted(origins, Date.now()).then(registerAddedSites)
  })
  browser.permissions.onRemoved.addListener(() => void registerAddedSites())
  addedSites.watch(() => void registerAddedSites())
  browser.tabs.onRemoved.addListener((tab) => void forgetTab(tab))
})

async function openWelcome(): Promise<void> {
  if (!(await hidesWelcome())) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })
}

/** Guards get tickets, our own pages redeem them and report; null for anyone else. */
function answer(question: Question, sender: Sender): Promise<Reply> | null {
  if (question.ask === 'issueTicket')
    return sender.ours ? null : issueTicket(sender.tab, sender.host, question.with[0], Date.now())
  if (question.ask === 'announce') return sender.ours ? null : announceTicket(sender.tab, question.with[0])
  if (question.ask === 'bringReader') return sender.ours ? null : bringReader(sender.tab, sender.frame)
  if (!sender.ours) return null
  if (question.ask === 'redeemTicket') return redeemTicket(question.with[0], sender.tab, Date.now())
  if (question.ask === 'readAudience') return readTab(sender.tab, question.with[0])
  if (question.ask === 'hasAnswers') return hasAnswers(sender.tab, question.with[0])
  if (question.ask === 'recallAnswers') return recallAnswers(sender.tab, ...question.with)
  if (question.ask === 'rememberFileAnswer') return rememberAnswer(sender.tab, ...question.with).then(() => null)
  return recordDone(question.with[0], new Date()).then(() => null)
}
