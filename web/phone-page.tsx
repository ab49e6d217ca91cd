import { useCallback, useEffect, useState } from 'preact/hooks'
import { CheckedFile } from '../src/checker/checked-file'
import { LookProgress } from '../src/checker/look-progress'
import { useWorklist } from '../src/checker/use-worklist'
import type { Row } from '../src/checker/worklist'
import { copyOf } from '../src/checker/zip'
import { PhotoPlace } from '../src/pause/photo-place'
import { PlacesTogether } from '../src/pause/places-together'
import type { Engine } from '../src/review/engine-contract'
import type { Pictures } from '../src/review/pictures'
import { Button } from '../src/ui/button'
import { useWords } from '../src/ui/words-context'
import '../src/ui/tokens.css'
import '../src/ui/base.css'
import '../src/checker/checker-page.css'
import { Destination } from './destination'
import { PageFoot } from './page-foot'
import './phone-page.css'
import { ReadyScreen } from './ready-screen'
import { StartScreen } from './start-screen'

interface PhonePageProps {
  readonly engine: Engine
  readonly pictures: Pick<Pictures, 'thumbnail'>
  /** What another app shared: null when the page was opened in another way, and inside when it did not arrive. */
  readonly shared: Promise<readonly File[] | null> | null
  /** Hears whether there is anything on the page that a reload would lose. */
  readonly whenIdle: (isIdle: boolean) => void
}

/** Where the person is: choosing and reading, waiting for copies, or with copies to hand on. */
type Step =
  | { readonly name: 'reading' }
  | { readonly name: 'copying'; readonly done: number; readonly stop: () => void }
  | { readonly name: 'ready'; readonly copies: readonly File[]; readonly leftOut: number }

/** The check as a page of its own: photos in, what they give away, copies without it on to the app. */
export function PhonePage({ engine, pictures, shared, whenIdle }: PhonePageProps) {
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
  const isIdle = list.rows.length === 0
  useEffect(() => whenIdle(isIdle), [whenIdle, isIdle])

  const startAgain = () => {
    list.clear()
    setStep({ name: 'reading' })
  }
  const makeCopies = async () => {
    const ending = new AbortController()
    const copies: File[] = []
    const show = (done: number) => setStep({ name: 'copying', done, stop: () => ending.abort() })
    show(0)
    try {
      for (const [at, row] of list.rows.entries()) {
        const copy = await copyOf(row, engine, ending.signal)
        if (copy) copies.push(copy)
        show(at + 1)
      }
      setStep({ name: 'ready', copies, leftOut: list.rows.length - copies.length })
    } catch (error) {
      if (!ending.signal.aborted) throw error
      setStep({ name: 'reading' })
    }
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
          <>
            <LookProgress list={list} as="h1" />
            {!list.busy && <Where rows={list.rows} />}
            <ul class="checker-list">
              {list.rows.map((row) => (
                <CheckedFile key={row.file} row={row} engine={engine} load={load} />
              ))}
            </ul>
            <p class="checked-quiet">{t('pause.stays')}</p>
            {!list.busy && (
              <div class="phone-actions">
                <Button action="clean" rank="main" onPress={() => void makeCopies()}>
                  {t('phone.clean', { count: list.rows.length })}
                </Button>
                <Button action="clear" onPress={startAgain}>
                  {t('phone.again')}
                </Button>
              </div>
            )}
          </>
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
            <Destination />
          </>
        )}
      </main>
      <PageFoot />
    </>
  )
}

/** The map of where the photos were taken, seen before anything is unfolded. */
function Where({ rows }: { readonly rows: readonly Row[] }) {
  const [only, ...others] = rows
  if (only && others.length === 0) return <PhotoPlace findings={only.inspection?.findings ?? []} />
  return <PlacesTogether items={rows} />
}
