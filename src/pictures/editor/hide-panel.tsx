import { useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { useEscape } from '../../ui/escape'
import { useFirstFocus } from '../../ui/first-focus'
import { useWords } from '../../ui/words-context'
import type { Hiding } from '../hiding'
import { BackButton } from './back-button'
import type { HideEditorProps } from './hide-editor'
import { stillOf } from './still'
import { useLoaded } from './use-loaded'

interface HidePanelProps {
  readonly file: File
  readonly hiding: Hiding
  readonly load: HideEditorProps['load']
  readonly doneLabel: string
  /** What is to be hidden is remembered; carrying it out comes later. */
  readonly done: () => void
  readonly back: () => void
}

/** The editor, loaded when it is first needed; a film is offered a still picture of it instead. */
export function HidePanel({ file, hiding, load, doneLabel, done, back }: HidePanelProps) {
  const job = hiding.jobOf(file)
  const [picture, setPicture] = useState<File | null>(job?.picture ?? (isFilm(file) ? null : file))
  const Editor = useLoaded(() => import('./hide-editor').then(({ HideEditor }) => HideEditor), back)
  if (!picture) return <FilmScreen file={file} load={load} use={setPicture} back={back} />
  if (!Editor) return null
  return (
    <Editor
      file={picture}
      finder={hiding.finder}
      textFinder={hiding.textFinder}
      load={load}
      earlier={job?.edit ?? null}
      doneLabel={doneLabel}
      done={(edit, order) => {
        hiding.remember(file, { picture, edit, order })
        done()
      }}
      back={back}
    />
  )
}

const isFilm = ({ type }: File) => type.startsWith('video/')

interface FilmScreenProps {
  readonly file: File
  readonly load: HideEditorProps['load']
  readonly use: (still: File) => void
  readonly back: () => void
}

function FilmScreen({ file, load, use, back }: FilmScreenProps) {
  const { t } = useWords()
  const heading = useFirstFocus<HTMLHeadingElement>()
  const [failed, setFailed] = useState(false)
  useEscape(back)
  const take = async () => {
    const still = await stillOf(file, load)
    if (still) use(still)
    else setFailed(true)
  }
  return (
    <main class="screen hide">
      <div class="screen-body">
        <h1 id="headline" ref={heading} tabIndex={-1}>
          {t('hide.title')}
        </h1>
        <p>{t('hide.video')}</p>
        <p role="status">{failed && t('hide.noPicture')}</p>
      </div>
      <div class="actions">
        <Button action="hide-still" rank="main" onPress={() => void take()}>
          {t('hide.still')}
        </Button>
        <BackButton back={back} />
      </div>
    </main>
  )
}
