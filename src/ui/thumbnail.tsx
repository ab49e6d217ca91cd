import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from './icon'
import './thumbnail.css'

/** Gives a picture at a size, or null when the browser cannot show it. */
export type PictureSource = (file: File, size: number) => Promise<ImageBitmap | null>

interface ThumbnailProps {
  readonly file: File
  /** Larger side in CSS pixels. */
  readonly size: number
  readonly load: PictureSource
  /** What a screen reader says; empty when words beside it say so. */
  readonly alt: string
  /** Said in its place when it cannot be shown. */
  readonly otherwise: string
  /** Called once the picture is there. */
  readonly onShown?: () => void
}

/** A small copy of the picture, decoded off the main thread once it comes near the part of the page that is in view. */
export function Thumbnail({ file, size, load, alt, otherwise, onShown }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [state, setState] = useState<'waiting' | 'shown' | 'none'>('waiting')

  useEffect(() => {
    const target = canvas.current
    if (!target) return undefined
    let gone = false
    const show = async () => {
      const bitmap = await load(file, Math.round(size * Math.min(devicePixelRatio, 2))).catch(() => null)
      if (gone) return bitmap?.close()
      if (bitmap) put(bitmap, target)
      setState(bitmap ? 'shown' : 'none')
      if (bitmap) onShown?.()
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        void show()
      },
      { rootMargin: '200px' },
    )
    observer.observe(target)
    return () => {
      gone = true
      observer.disconnect()
    }
  }, [file, size, load, onShown])

  return (
    <span class="thumbnail" data-state={state}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={alt}
        aria-hidden={alt === '' || state === 'none'}
        width={size}
        height={size}
      />
      {state === 'none' && (
        <span class="thumbnail-otherwise">
          <Icon name={file.type.startsWith('video/') ? 'video' : 'picture'} />
          {otherwise}
        </span>
      )}
    </span>
  )
}

function put(bitmap: ImageBitmap, canvas: HTMLCanvasElement): void {
  canvas.width = bitmap.width
  canvas.height = bitmap.height
  canvas.getContext('bitmaprenderer')?.transferFromImageBitmap(bitmap)
}
