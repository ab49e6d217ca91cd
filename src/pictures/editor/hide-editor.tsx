import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { Button } from '../../ui/button'
import { useEscape } from '../../ui/escape'
import { useFirstFocus } from '../../ui/first-focus'
import { useWords } from '../../ui/words-context'
import type { FaceFinder, FaceSearch } from '../detect/face-finder'
import type { Sized } from '../detect/find-faces'
import type { FoundText } from '../detect/found-text'
import type { TextFinder } from '../detect/text-finder'
import type { Style } from '../hide/cover'
import type { HideOrder } from '../hide/order'
import { BackButton } from './back-button'
import { all, type Edit, firstEdit, hidesAnything, orderOf, toggled, withTexts } from './edit'
import { begin, change, type History, redo, undo } from './history'
import { Stage, TOOLS, type Tool } from './stage'
import { StyleChoice } from './style-choice'
import { TextSearch } from './text-search'
import './hide-editor.css'

/** The longer side of the copy on the screen: enough to see a face when zoomed in. */
const SHOWN_PIXELS = 1600
const ZOOMS = [1, 2, 4] as const

export interface HideEditorProps {
  readonly file: File
  readonly finder: FaceFinder
  readonly textFinder: TextFinder
  readonly load: (file: File, size: number) => Promise<ImageBitmap | null>
  /** What was hidden before, to go on with. */
  readonly earlier: Edit | null
  /** What the main button says. */
  readonly doneLabel: string
  readonly done: (edit: Edit, order: HideOrder) => void
  readonly back: () => void
}

interface Opened {
  readonly shown: ImageBitmap
  readonly picture: Sized
  /** Null when nobody could look for faces; the pens are there all the same. */
  readonly search: FaceSearch
}

/** Hides faces and whatever else in one picture: what was found first, then by hand. */
export function HideEditor({ file, finder, textFinder, load, earlier, doneLabel, done, back }: HideEditorProps) {
  const { t } = useWords()
  const heading = useFirstFocus<HTMLHeadingElement>()
  useEscape(back)
  const opened = useOpened(file, finder, load)
  const [history, setHistory] = useState<History<Edit> | null>(null)
  useEffect(() => {
    if (!opened || typeof opened === 'string') return
    const found = opened.search.ok ? opened.search.found.faces.map(({ box }) => box) : []
    setHistory(begin(earlier ?? firstEdit(found)))
  }, [opened, earlier])
  const isFault = typeof opened === 'string'
  const isOpen = opened !== undefined && !isFault

  return (
    <main class="screen hide">
      <div class="screen-body">
        <h1 id="headline" ref={heading} tabIndex={-1}>
          {t('hide.title')}
        </h1>
        {!isOpen || !history ? (
          <p class={isFault ? 'screen-note' : 'progress'} role="status">
            {!isFault && <progress aria-hidden="true" />}
            {isFault ? t(opened) : t('hide.looking')}
          </p>
        ) : (
          <Workbench
            opened={opened}
            history={history}
            setHistory={setHistory}
            findText={(signal) => textFinder.find(file, signal)}
          />
        )}
      </div>
      <div class="actions">
        {isOpen && history && <HideButton history={history} picture={opened.picture} label={doneLabel} done={done} />}
        <BackButton back={back} />
      </div>
    </main>
  )
}

interface HideButtonProps {
  readonly history: History<Edit>
  readonly picture: Sized
  readonly label: string
  readonly done: HideEditorProps['done']
}

function HideButton({ history: { now }, picture, label, done }: HideButtonProps) {
  const { t } = useWords()
  const can = hidesAnything(now) || now.smaller
  return (
    <Button action="hide-done" rank="main" disabled={!can} onPress={() => done(now, orderOf(now, picture))}>
      {can ? label : t('hide.nothingYet')}
    </Button>
  )
}

/** Why a picture cannot be opened, as the sentence that says so. */
type Fault = 'hide.noPicture' | 'reason.unreadable'

/** Undefined while it is opened; why not when the browser cannot show the picture, or read it any more. */
function useOpened(file: File, finder: FaceFinder, load: HideEditorProps['load']): Opened | Fault | undefined {
  const [opened, setOpened] = useState<Opened | Fault>()
  useEffect(() => {
    const gone = new AbortController()
    const open = async () => {
      const [search, shown] = await Promise.all([finder.find(file, gone.signal), load(file, SHOWN_PIXELS)])
      if (!shown) return faultOf(file)
      const picture = search.ok ? search.found : await sizeOf(file)
      return { shown, picture: { width: picture.width, height: picture.height }, search }
    }
    open().then(
      (result) => {
        if (!gone.signal.aborted) setOpened(result)
      },
      async () => {
        const fault = await faultOf(file)
        if (!gone.signal.aborted) setOpened(fault)
      },
    )
    return () => gone.abort(new DOMException('left', 'AbortError'))
  }, [file, finder, load])
  return opened
}

/** The file may have been moved or deleted since it was chosen. */
const faultOf = (file: File): Promise<Fault> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => 'hide.noPicture',
      () => 'reason.unreadable',
    )

async function sizeOf(file: File): Promise<Sized> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const { width, height } = bitmap
  bitmap.close()
  return { width, height }
}

interface WorkbenchProps {
  readonly opened: Opened
  readonly history: History<Edit>
  readonly setHistory: (history: History<Edit>) => void
  readonly findText: (signal: AbortSignal) => Promise<FoundText | null>
}

function Workbench({ opened, history, setHistory, findText }: WorkbenchProps) {
  const { t } = useWords()
  const { now } = history
  const [tool, setTool] = useState<Tool>('tap')
  const [zoom, setZoom] = useState<number>(1)
  const [before, setBefore] = useState(false)
  const edited = useCallback((edit: Edit) => setHistory(change(history, edit)), [history, setHistory])
  const order = useMemo(() => orderOf(now, opened.picture), [now, opened])
  const faces = now.marks.filter(({ what }) => what === 'face')
  const hidden = faces.filter((mark) => mark.hidden).length
  return (
    <>
      <p class="hide-found" role="status">
        {opened.search.ok ? t('hide.found', { count: faces.length, hidden }) : t('hide.notSearched')}
      </p>
      <div class="hide-bench">
        <Stage
          shown={opened.shown}
          picture={opened.picture}
          edit={now}
          order={order}
          tool={tool}
          zoom={zoom}
          before={before}
          toggle={(at) => edited(toggled(now, at))}
          draw={(region) => edited({ ...now, drawn: [...now.drawn, region] })}
        />
        <div class="hide-controls">
          {faces.length > 1 && (
            <div class="hide-row">
              <Button action="hide-all" onPress={() => edited(all(now, 'face', true))}>
                {t('hide.all')}
              </Button>
              <Button action="keep-all" onPress={() => edited(all(now, 'face', false))}>
                {t('hide.none')}
              </Button>
            </div>
          )}
          <TextSearch
            texts={now.marks.filter(({ what }) => what === 'text')}
            find={findText}
            found={(boxes) => edited(withTexts(now, boxes))}
            hideAll={(hidden) => edited(all(now, 'text', hidden))}
          />
          <fieldset class="hide-tools">
            <legend>{t('hide.tool')}</legend>
            {TOOLS.map((one) => (
              <label key={one}>
                <input type="radio" name="tool" value={one} checked={tool === one} onChange={() => setTool(one)} />
                {t(`hide.tool.${one}`)}
              </label>
            ))}
          </fieldset>
          <StyleChoice style={now.style} choose={(style: Style) => edited({ ...now, style })} />
          <div class="hide-row">
            <Button action="undo" disabled={history.past.length === 0} onPress={() => setHistory(undo(history))}>
              {t('hide.undo')}
            </Button>
            <Button action="redo" disabled={history.future.length === 0} onPress={() => setHistory(redo(history))}>
              {t('hide.redo')}
            </Button>
            <Button action="compare" pressed={before} onPress={() => setBefore(!before)}>
              {t('hide.compare')}
            </Button>
          </div>
          <label class="hide-zoom">
            {t('hide.zoom')}
            <input
              type="range"
              min={0}
              max={ZOOMS.length - 1}
              value={ZOOMS.indexOf(zoom as (typeof ZOOMS)[number])}
              onInput={({ currentTarget }) => setZoom(ZOOMS[Number(currentTarget.value)] ?? 1)}
            />
          </label>
          <label class="hide-smaller">
            <input
              type="checkbox"
              data-action="smaller"
              checked={now.smaller}
              onChange={() => edited({ ...now, smaller: !now.smaller })}
            />
            {t('hide.smaller')}
          </label>
          <p class="screen-note">{t('hide.limits')}</p>
        </div>
      </div>
    </>
  )
}
