import { useEffect, useState } from 'preact/hooks'
import { type LittleMap, MAP_SIZE, type MapView } from '../places/little-map'
import type { Position } from '../places/position'
import { cityName } from '../words/city-name'
import type { Words } from '../words/words'
import { Icon } from './icon'
import './place-map.css'
import { usePlaces } from './places-context'
import { useWords } from './words-context'

interface PlaceMapProps {
  /** Where the photos were taken, at least one; the same list as long as they are the same. */
  readonly positions: readonly Position[]
  /** What a screen reader says of it, before the towns around. */
  readonly label: string
}

/** The part of the world around one or several places, which a press brings closer; its room is there from the beginning. */
export function PlaceMap({ positions, label }: PlaceMapProps) {
  const words = useWords()
  const { t } = words
  const places = usePlaces()
  const [view, setView] = useState<MapView>('country')
  const { map, drawing } = useMap(positions, view)
  if (!places) return null
  const { width, height } = MAP_SIZE
  const other = view === 'country' ? 'region' : 'country'
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === '+') setView('region')
    if (key === '-') setView('country')
  }
  return (
    <div class="place-map">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={map ? described(map, label, words) : label}
        aria-busy={drawing}
        data-view={view}
      >
        {map && <Drawing map={map} />}
      </svg>
      {map?.closer && (
        <button
          type="button"
          class="place-map-zoom"
          data-action="zoom"
          onClick={() => setView(other)}
          onKeyDown={onKeyDown}
        >
          <Icon name={view === 'country' ? 'closer' : 'wider'} />
          {t(`map.${other}`)}
        </button>
      )}
    </div>
  )
}

/** The last map stays while the next one is drawn. */
function useMap(positions: readonly Position[], view: MapView): { map: LittleMap | null; drawing: boolean } {
  const places = usePlaces()
  const [drawn, setDrawn] = useState<{ map: LittleMap | null; of: readonly Position[]; view: MapView } | null>(null)
  useEffect(() => {
    let gone = false
    void places?.map(positions, view).then((map) => {
      if (!gone) setDrawn({ map, of: positions, view })
    })
    return () => {
      gone = true
    }
  }, [places, positions, view])
  return { map: drawn?.map ?? null, drawing: drawn?.of !== positions || drawn.view !== view }
}

/** For who cannot see it: the place, and the towns around that the map names. */
function described({ towns }: LittleMap, label: string, words: Words): string {
  const names = towns.filter(({ here }) => !here).map(({ name, names }) => cityName(name, names, words))
  if (names.length === 0) return label
  return words.t('map.around', { label, towns: new Intl.ListFormat(words.locale).format(names) })
}

function Drawing({ map: { land, borders, spots, towns } }: { readonly map: LittleMap }) {
  const words = useWords()
  return (
    <>
      <path class="place-map-land" d={land} />
      <path class="place-map-borders" d={borders} />
      {spots.map(({ x, y }) => (
        <circle key={`${x} ${y}`} class="place-map-here" cx={x} cy={y} r={spots.length > 1 ? 4.5 : 6} />
      ))}
      {towns.map(({ name, names, x, y, side, here = false }) => (
        <g key={`${name} ${x} ${y}`} transform={`translate(${x} ${y})`}>
          {!here && <circle class="place-map-town" r="2" />}
          <text
            class="place-map-name"
            data-side={side}
            data-here={here}
            x={(side === 'right' ? 1 : -1) * (here ? 9 : 6)}
            dy="0.35em"
          >
            {cityName(name, names, words)}
          </text>
        </g>
      ))}
    </>
  )
}
