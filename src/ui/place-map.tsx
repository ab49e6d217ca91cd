import { useEffect, useState } from 'preact/hooks'
import { type LittleMap, MAP_SIZE } from '../places/little-map'
import type { Position } from '../places/position'
import { cityName } from '../words/city-name'
import './place-map.css'
import { usePlaces } from './places-context'
import { useWords } from './words-context'

interface PlaceMapProps {
  readonly position: Position
  /** What the place is called: 'near Lyon, France'. */
  readonly near: string | null
}

/** The part of the world around a place; nothing where nothing can be drawn. */
export function PlaceMap({ position, near }: PlaceMapProps) {
  const { t } = useWords()
  const places = usePlaces()
  const [map, setMap] = useState<LittleMap | 'drawing' | null>(places && 'drawing')
  useEffect(() => {
    let gone = false
    void places?.map(position).then((drawn) => {
      if (!gone) setMap(drawn)
    })
    return () => {
      gone = true
    }
  }, [places, position])
  if (map === null) return null
  const { width, height } = MAP_SIZE
  return (
    <svg
      class="place-map"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('map.label', { near: near ?? 'none' })}
      aria-busy={map === 'drawing'}
    >
      {map !== 'drawing' && <Drawing map={map} />}
    </svg>
  )
}

function Drawing({ map: { land, borders, towns } }: { readonly map: LittleMap }) {
  const words = useWords()
  return (
    <>
      <path class="place-map-land" d={land} />
      <path class="place-map-borders" d={borders} />
      {towns.map(({ name, names, x, y, side }) => (
        <g key={name} transform={`translate(${x} ${y})`}>
          <circle class="place-map-town" r="2" />
          <text class="place-map-name" data-side={side} x={side === 'right' ? 6 : -6} dy="0.35em">
            {cityName(name, names, words)}
          </text>
        </g>
      ))}
      <circle class="place-map-here" cx={MAP_SIZE.width / 2} cy={MAP_SIZE.height / 2} r="6" />
    </>
  )
}
