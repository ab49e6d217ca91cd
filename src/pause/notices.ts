import { fileFrom } from '../bridge/recipe'
import type { Verdict } from '../bridge/verdict'
import type { Connection } from './connection'
import type { Destination } from './destination'
import type { Dialog, Screen } from './dialog'
import type { Reviewed } from './review'

/** Milliseconds after which a page that says nothing is taken to have its files. */
const DELIVERY_LIMIT_MS = 2000

export interface Notices {
  /** The page has the files of this review; not `taken`: nothing in it could take them. */
  delivered(id: number, taken: boolean): void
  /** Tells what was done, once the page has its files. */
  tell(id: number, reviewed: Reviewed, files: readonly File[]): void
}

/** What is told after an answer, without a question. It never takes the place of one. */
export function createNotices(connection: Connection, destination: Destination, dialog: Dialog): Notices {
  const waiting = new Map<number, (taken: boolean) => void>()
  const resized = (height: number) => connection.send({ type: 'notice', height })
  const released = () => connection.send({ type: 'blur' })
  const aside = () => connection.send({ type: 'aside' })

  const show = (screenWith: (close: () => void) => Screen) => {
    if (dialog.screen && dialog.screen.name !== 'notice') return
    const close = () => {
      if (dialog.screen === screen) dialog.show(null)
    }
    const screen = screenWith(close)
    dialog.show(screen)
  }

  const done = ({ summary, unasked }: Reviewed, files: readonly File[]) => {
    const { rules, answers } = destination
    const askAgain = () => {
      if (unasked === 'before') return answers.forget(files)
      return unasked === 'small' ? rules.askAboutSmallThings() : rules.setCleansWithoutAsking(false)
    }
    show((close) => ({ name: 'notice', summary, unasked, askAgain, close, resized, released, aside }))
  }

  const untaken = (id: number, verdict: Verdict, files: readonly File[]) => {
    const again = () => connection.send({ type: 'again', id })
    show((close) => ({ name: 'untaken', files: releasedFiles(verdict, files), again, close, resized, released, aside }))
  }

  return {
    delivered: (id, taken) => waiting.get(id)?.(taken),
    tell(id, reviewed, files) {
      const { verdict, untold } = reviewed
      if (verdict.outcome === 'cancel') return
      const heard = (taken: boolean) => {
        clearTimeout(timer)
        if (!taken) return untaken(id, verdict, files)
        waiting.delete(id)
        if (dialog.screen?.name === 'untaken') dialog.show(null)
        if (untold) done(reviewed, files)
      }
      waiting.set(id, heard)
      const timer = setTimeout(() => heard(true), DELIVERY_LIMIT_MS)
    },
  }
}

/** Returns the files as the page was to have them. */
function releasedFiles(verdict: Verdict, files: readonly File[]): File[] {
  if (verdict.outcome === 'cancel') return []
  return files.flatMap((file, at) => {
    const decision = verdict.decisions[at]
    if (decision?.as === 'cleaned') return fileFrom(decision.recipe, file)
    if (decision?.as === 'replaced') return decision.file
    return decision?.as === 'original' ? file : []
  })
}
