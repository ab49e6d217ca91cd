import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Finding } from '../findings/finding'
import type { PlaceName } from '../places/name-place'
import type { Places } from '../places/places'

type Place = Extract<Finding, { kind: 'place' }>

const PlacesContext = createContext<Places | null>(null)

/** Everything below it can name places and draw maps; without it a place is its position. */
export const PlacesProvider = PlacesContext.Provider

export function usePlaces(): Places | null {
  return useContext(PlacesContext)
}

/** What people call the place of a photo; null while it is looked up, and where there is no name or the file has its own. */
export function usePlaceName(place: Place | undefined): PlaceName | null {
  const places = usePlaces()
  const position = place?.names.length === 0 ? place.position : undefined
  const [known, setKnown] = useState<{ readonly of: typeof position; readonly name: PlaceName | null } | null>(null)
  useEffect(() => {
    let gone = false
    if (places && position) {
      void places.name(position).then((name) => {
        if (!gone) setKnown({ of: position, name })
      })
    }
    return () => {
      gone = true
    }
  }, [places, position])
  return known?.of === position ? (known?.name ?? null) : null
}

/** The place that the headline tells. */
export function firstPlace(findings: readonly Finding[]): Place | undefined {
  return findings.find((finding): finding is Place => finding.kind === 'place')
}
