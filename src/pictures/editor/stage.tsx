import { useEffect, useRef, useState } from 'preact/hooks'
import { useWords } from '../../ui/words-context'
import type { Box } from '../detect/box'
import type { Sized } from '../detect/find-faces'
import type { HideOrder } from '../hide/order'
import type { Point, Region } from '../hide/region'
import type { Edit } from './edit'
import { drawPicture, drawPreview } from './preview'

export const TOOLS = ['tap', 'brush', 'box', 'eraser'] as const
export type Tool = (typeof TOOLS)[number]

/** Half of the brush's thickness, as a part of the picture's longer side. */
const BRUSH = 0.025
/** One press of an arrow key moves the pen so far, as a part of the longer side; with Shift a fifth of it. */
const KEY_STEP = 0.02

interface StageProps {
  /** A smaller copy of the picture, for the screen. */
  readonly shown: ImageBitmap
  readonly picture: Sized
  readonly edit: Edit
  readonly order: HideOrder
  readonly tool: Tool
  readonly zoom: number
  /** Shows the picture without anything hidden. */
  readonly before: boolean
  readonly toggle: (at: number) => void
  readonly draw: (region: Region) => void
}

/** The picture with what is hidden, a button on each face, and a pen for everything else. */
export function Stage({ shown, picture, edit, order, tool, zoom, before, toggle, draw }: StageProps) {
  const { t } = useWords()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [stroke, setStroke] = useState<readonly Point[]>([])
  const pending = stroke.length > 0 ? regionFrom(tool, stroke, picture) : null

  useEffect(() => {
    if (!canvas.current) return
    if (before) drawPicture(canvas.current, shown)
    else drawPreview(canvas.current, shown, pending ? { ...order, regions: [...order.regions, pending] } : order)
  }, [shown, order, before, pending])

  const pen = usePen(tool, picture, setStroke, draw)
  const numbers = { face: 0, text: 0 }
  return (
    <div class="hide-viewport" data-tool={tool}>
      <div
        class="hide-stage"
        style={{ inlineSize: `${zoom * 100}%`, aspectRatio: `${picture.width} / ${picture.height}` }}
      >
        <canvas ref={canvas} role="img" aria-label={t('hide.picture')} />
        {edit.marks.map(({ what, box, hidden }, at) => (
          <button
            key={`${what} ${box.x} ${box.y}`}
            type="button"
            class="hide-mark"
            data-what={what}
            data-hidden={hidden}
            aria-pressed={hidden}
            aria-label={t(`hide.mark.${what}`, { number: ++numbers[what] })}
            style={placed(box, picture)}
            onClick={() => toggle(at)}
          />
        ))}
        {tool !== 'tap' && (
          <div
            class="hide-pen"
            role="application"
            aria-label={t(`hide.pen.${tool}`)}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the pen
            tabIndex={0}
            {...pen.on}
          >
            <span
              class="hide-crosshair"
              style={{ left: percent(pen.at.x, picture.width), top: percent(pen.at.y, picture.height) }}
            />
          </div>
        )}
      </div>
    </div>
  )
}

const percent = (part: number, whole: number) => `${(part / whole) * 100}%`

function placed({ x, y, width, height }: Box, picture: Sized) {
  return {
    left: percent(x, picture.width),
    top: percent(y, picture.height),
    width: percent(width, picture.width),
    height: percent(height, picture.height),
  }
}

function regionFrom(tool: Tool, points: readonly Point[], picture: Sized): Region {
  const radius = BRUSH * Math.max(picture.width, picture.height)
  if (tool !== 'box') return { shape: tool === 'eraser' ? 'erase' : 'stroke', stroke: { points, radius } }
  const [from = { x: 0, y: 0 }] = points
  const to = points.at(-1) ?? from
  const x = Math.min(from.x, to.x)
  const y = Math.min(from.y, to.y)
  return { shape: 'rectangle', box: { x, y, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) } }
}

/** The pen, led by a mouse, a finger, a stylus, or the arrow keys: Enter or Space puts it down and lifts it. */
function usePen(tool: Tool, picture: Sized, show: (points: readonly Point[]) => void, draw: (region: Region) => void) {
  const points = useRef<Point[]>([])
  const [at, setAt] = useState<Point>({ x: picture.width / 2, y: picture.height / 2 })
  const down = useRef(false)
  const pointer = useRef<number | null>(null)

  const place = (event: PointerEvent): Point => {
    const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect()
    const part = (value: number, start: number, length: number) => Math.max(0, Math.min(1, (value - start) / length))
    return {
      x: part(event.clientX, left, width) * picture.width,
      y: part(event.clientY, top, height) * picture.height,
    }
  }
  const go = (to: Point) => {
    setAt(to)
    if (!down.current) return
    points.current = tool === 'box' ? [points.current[0] ?? to, to] : [...points.current, to]
    show(points.current)
  }
  const putDown = (to: Point) => {
    down.current = true
    points.current = []
    go(to)
  }
  const lift = () => {
    if (!down.current) return
    down.current = false
    const drawn = points.current
    points.current = []
    show([])
    const region = regionFrom(tool, drawn, picture)
    if (region.shape !== 'rectangle' || (region.box.width > 0 && region.box.height > 0)) draw(region)
  }

  return {
    at,
    on: {
      onPointerDown(event: PointerEvent) {
        if (event.button !== 0 || pointer.current !== null) return
        pointer.current = event.pointerId
        ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
        putDown(place(event))
      },
      onPointerMove(event: PointerEvent) {
        if (event.pointerId === pointer.current) go(place(event))
      },
      onPointerUp(event: PointerEvent) {
        if (event.pointerId !== pointer.current) return
        pointer.current = null
        lift()
      },
      onPointerCancel() {
        pointer.current = null
        down.current = false
        points.current = []
        show([])
      },
      onKeyDown(event: KeyboardEvent) {
        const step = KEY_STEP * Math.max(picture.width, picture.height) * (event.shiftKey ? 0.2 : 1)
        const moves: Record<string, Point> = {
          ArrowLeft: { x: -step, y: 0 },
          ArrowRight: { x: step, y: 0 },
          ArrowUp: { x: 0, y: -step },
          ArrowDown: { x: 0, y: step },
        }
        const move = moves[event.key]
        if (move) {
          go({
            x: Math.max(0, Math.min(picture.width, at.x + move.x)),
            y: Math.max(0, Math.min(picture.height, at.y + move.y)),
          })
        } else if (event.key === 'Enter' || event.key === ' ') {
          if (down.current) lift()
          else putDown(at)
        } else return
        event.preventDefault()
      },
    },
  }
}
