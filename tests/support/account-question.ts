import type { Tab } from './browsers'

/**
 * Answers "remind me later" if the account question follows. The files are released either way before or after it; a
 * tab without the question is left alone. Hundreds of files take a busy machine half a minute to clean.
 */
export async function answerAccountQuestion(tab: Tab): Promise<void> {
  const end = Date.now() + 60_000
  while (Date.now() < end) {
    const pause = await tab.pauseNow()
    if (!pause) return
    const asked = await pause
      .evaluate<boolean>(`document.querySelector('[data-action="audience-later"]') !== null`)
      .catch(() => false)
    if (asked) return pause.press('audience-later')
    await new Promise((resume) => setTimeout(resume, 50))
  }
  throw new Error(`the pause page goes on to say: ${await (await tab.pauseNow())?.text()}`)
}
