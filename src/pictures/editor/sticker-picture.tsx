import { type Shape, STICKERS, type StickerName } from '../hide/stickers'

/** A sticker, small, beside its name. */
export function StickerPicture({ name }: { readonly name: StickerName }) {
  const { ground, shapes } = STICKERS[name]
  return (
    <svg class="sticker" viewBox="0 0 100 100" width="40" height="40" aria-hidden="true">
      <rect width="100" height="100" rx="16" fill={ground} />
      {shapes.map((shape: Shape) =>
        shape.is === 'ellipse' ? (
          <ellipse
            key={`${shape.cx},${shape.cy}`}
            cx={shape.cx}
            cy={shape.cy}
            rx={shape.rx}
            ry={shape.ry}
            fill={shape.fill}
          />
        ) : (
          <polygon key={pathOf(shape.points)} points={pathOf(shape.points)} fill={shape.fill} />
        ),
      )}
    </svg>
  )
}

const pathOf = (points: readonly (readonly [x: number, y: number])[]) => points.map(([x, y]) => `${x},${y}`).join(' ')
