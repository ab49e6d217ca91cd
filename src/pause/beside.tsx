import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { closeLater } from './close-later'
import type { Beside as BesideScreen } from './dialog'
import './notice.css'

interface BesideProps extends BesideScreen {
  readonly name: string
  /** It goes by itself. */
  readonly goes: boolean
  readonly children: ComponentChildren
}

/**
 * A card beside the page, as high as its text. It takes nothing from the page: the focus that a click took is given back, and
 * for what is dragged over it it steps aside. It goes by itself, later when a pointer rests on it or a keyboard is in it.
 */
export function Beside({ name, goes, close, resized, released, aside, children }: BesideProps) {
  const card = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const measure = () => resized(Math.ceil(card.current?.getBoundingClientRect().height ?? 0))
    const observer = new ResizeObserver(measure)
    if (card.current) observer.observe(card.current)
    return () => observer.disconnect()
  }, [resized])
  useEffect(() => (goes && card.current ? closeLater(card.current, close) : undefined), [goes, close])
  return (
    <main
      class="notice"
      data-screen={name}
      ref={card}
      onPointerUp={() => setTimeout(released)}
      onDragEnter={aside}
      onDragOver={aside}
    >
      <h1 class="pause-brand">
        <img src="/icons/32.png" alt="" width={16} height={16} />
        <span>PausePhoto</span>
      </h1>
      {children}
    </main>
  )
}
