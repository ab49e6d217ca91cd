import { useMemo } from 'preact/hooks'
import type { Finding } from '../findings/finding'
import { nearestCityPhrase } from '../words/nearest-city'
import { PlaceMap } from './place-map'
import { firstPlace, usePlaceName } from './places-context'
import { useWords } from './words-context'

/** The map of where one photo was taken; nothing where the file has no position. */
export function PhotoPlace({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWords()
  const place = firstPlace(findings)
  const named = usePlaceName(place)
  const positions = useMemo(() => (place?.position ? [place.position] : []), [place?.position])
  if (!place || positions.length === 0) return null
  const near = nearestCityPhrase(place, named, words)
  return (
    <div class="photo-place">
      <PlaceMap positions={positions} label={words.t('map.label', { near: near ?? 'none' })} />
    </div>
  )
}
