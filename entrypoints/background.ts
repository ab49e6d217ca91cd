import { browser } from 'wxt/browser'
import { defineBackground } from 'wxt/utils/define-background'
import { ANSWERS } from '../src/background/answers'
import { serve } from '../src/background/serve'
import { parseQuestion } from '../src/bridge/background'
import { forgetTab } from '../src/file-answers/file-answers'
import { answerMenu, offerInMenu } from '../src/page-picture/menu'
import { hidesWelcome } from '../src/settings/managed'
import { addedSites, everywhere } from '../src/settings/settings'
import { keepGranted } from '../src/site-access/add-site'
import { keepEverywhere } from '../src/site-access/everywhere'
import { EVERYWHERE } from '../src/site-access/give-back'
import { registerAddedSites } from '../src/site-access/register'
import { markStart } from '../src/site-access/watched-since'
import { senderOf } from '../src/tickets/sender'

export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message, from, respond) => {
    const question = parseQuestion(message)
    const sender = senderOf(from, { id: browser.runtime.id, origin: browser.runtime.getURL('/') })
    const reply = question && sender && serve(ANSWERS, question, sender)
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
    const now = Date.now()
    const kept = origins.includes(EVERYWHERE) ? keepEverywhere(now) : keepGranted(origins, now)
    void kept.then(registerAddedSites)
  })
  browser.permissions.onRemoved.addListener(() => void registerAddedSites())
  addedSites.watch(() => void registerAddedSites())
  everywhere.watch(() => void registerAddedSites())
  browser.tabs.onRemoved.addListener((tab) => void forgetTab(tab))
})

async function openWelcome(): Promise<void> {
  if (!(await hidesWelcome())) await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') })
}
