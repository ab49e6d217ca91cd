import { useCallback, useEffect, useState } from 'preact/hooks'
import { copiesWith } from '../src/checker/hidden-copy'
import { useWorklist } from '../src/checker/use-worklist'
import type { Row } from '../src/checker/worklist'
import { useHiding } from '../src/pictures/hiding-context'
import type { Engine } from '../src/review/engine-contract'
import type { Pictures } from '../src/review/pictures'
import { Button } from '../src/ui/button'
import { useWords } from '../src/ui/words-context'
import '../src/ui/tokens.css'
import '../src/ui/base.css'
import '../src/checker/checker-page.css'
import { Destination } from './destination'
import { HideScreen } from './hide-screen'
import { PageFoot } from './page-foot'
import './phone-page.css'
import { AT_ONCE, ReadingScreen } from './reading-screen'
import { ReadyScreen } from './ready-screen'
import { StartScreen } from './start-screen'
import { useBackKey } from './use-back-key'

interface PhonePageProps {
  readonly engine: Engine
  readonly pictures: Pick<Pictures, 'thumbnail'>
  /** What another app shared: null when the page was opened in another way, and inside when it did not arrive. */
  readonly shared: Promise<readonly File[] | null> | null
  /** Whether the page can be had without a network from now on. */
  readonly kept: Promise<boolean>
  /** Hears whether there is anything on the page that a reload would lose. */
  readonly whenIdle: (isIdle: boolean) => void
}

/** Where the person is: choosing and reading, waiting for copies, or with copies to hand on. */
type Step =
  | { readonly name: 'reading' }
  | { readonly name: 'copying'; readonly done: number; readonly stop: () => void }
  | { readonly name: 'ready'; readonly copies: readonly File[]; readonly leftOut: number }

/** The check as a page of its own: photos in, what they give away, copies without it on to the app. */
export function PhonePage({ engine, pictures, shared, kept, whenIdle }: PhonePageProps) {
  const { t } = useWords()
  const list = useWorklist(engine)
  const [step, setStep] = useState<Step>({ name: 'reading' })
  const [trouble, setTrouble] = useState<'lost' | 'nothing' | null>(null)
  const load = useCallback((file: File, size: number) => pictures.thumbnail(file, size), [pictures])
  const add = useCallback(
    (files: readonly File[]) => void list.add(files.map((file) => ({ file, path: file.name }))),
    [list],
  )
  useEffect(() => {
    void shared?.then((files) => {
      if (files?.length) add(files)
      else setTrouble(files ? 'nothing' : 'lost')
    })
  }, [shared, add])
  const hiding = useHiding()
  const [hidingIn, setHidingIn] = useState<Row | null>(null)
  const [marked, setMarked] = useState<ReadonlySet<File>>(new Set())
  const [last, setLast] = useState<File | null>(null)
  const leave = useCallback(() => setHidingIn(null), [])
  const hide = useCallback((row: Row) => {
    setLast(row.file)
    setHidingIn(row)
  }, [])
  const [shown, setShown] = useState(AT_ONCE)
  const isIdle = list.rows.length === 0
  useEffect(() => whenIdle(isIdle), [whenIdle, isIdle])

  const startAgain = () => {
    list.clear()
    setShown(AT_ONCE)
    setStep({ name: 'reading' })
  }
  const makeCopies = async () => {
    const ending = new AbortController()
    const copies: File[] = []
    const copyFor = copiesWith(hiding, engine)
    const show = (done: number) => setStep({ name: 'copying', done, stop: () => ending.abort() })
    show(0)
    try {
      for (const [at, row] of list.rows.entries()) {
        const copy = await copyFor(row, ending.signal)
        if (copy) copies.push(copy)
        show(at + 1)
      }
      setStep({ name: 'ready', copies, leftOut: list.rows.length - copies.length })
    } catch (error) {
      if (!ending.signal.aborted) throw error
      setStep({ name: 'reading' })
    }
  }
  useBackKey(hidingIn !== null || step.name !== 'reading', () => {
    if (hidingIn) leave()
    else if (step.name === 'copying') step.stop()
    else setStep({ name: 'reading' })
  })

  if (hiding && hidingIn) {
    const done = () => {
      setMarked((before) => new Set([...before, hidingIn.file]))
      leave()
    }
    return <HideScreen file={hidingIn.file} hiding={hiding} load={load} done={done} back={leave} />
  }
  return (
    <>
      <main class="phone" data-step={isIdle ? 'start' : step.name}>
        <header class="phone-head">
          <img src="./icons/48.png" alt="" width="28" height="28" />
          PausePhoto
        </header>
        {isIdle && (
          <StartScreen
            trouble={trouble}
            add={(files) => {
              setTrouble(null)
              add(files)
            }}
          />
        )}
        {!isIdle && step.name === 'reading' && (
          <ReadingScreen
            list={list}
            engine={engine}
            load={load}
            hide={hiding && hide}
            last={last}
            marked={marked}
            shown={shown}
            showMore={() => setShown(shown + AT_ONCE)}
            makeCopies={() => void makeCopies()}
            startAgain={startAgain}
          />
        )}
        {step.name === 'copying' && (
          <section class="phone-progress">
            <h1>{t('phone.copying', { count: list.rows.length })}</h1>
            <progress
              aria-label={t('phone.copying', { count: list.rows.length })}
              value={step.done}
              max={list.rows.length}
            />
            <Button action="stop" onPress={step.stop}>
              {t('checker.stop')}
            </Button>
          </section>
        )}
        {step.name === 'ready' && (
          <>
            <ReadyScreen copies={step.copies} leftOut={step.leftOut} startAgain={startAgain} />
            {step.copies.length > 0 && <Destination />}
          </>
        )}
      </main>
      <PageFoot kept={kept} />
    </>
  )
}
