import { useMemo } from 'preact/hooks'
import type { Finding } from '../findings/finding'
import { type Taken, togetherIn } from '../places/together'
import type { Inspection } from '../review/engine-contract'
import { PlaceMap } from '../ui/place-map'
import { useWords } from '../ui/words-context'

/** Where the photos of one choice were taken, on one map, and what they tell together that none tells alone. */
export function PlacesTogether({ items }: { readonly items: readonly { readonly inspection: Inspection | null }[] }) {
  const { t } = useWords()
  const taken = useMemo(() => items.flatMap(({ inspection }) => takenAt(inspection?.findings ?? [])), [items])
  const positions = useMemo(() => apart(taken), [taken])
  const together = useMemo(() => togetherIn(taken), [taken])
  if (positions.length === 0) return null
  return (
    <div class="places-together">
      <PlaceMap positions={positions} label={t('pause.many.map')} />
      {together && <p>{t('pause.together', { ...together })}</p>}
    </div>
  )
}

function takenAt(findings: readonly Finding[]): Taken[] {
  const place = findings.find((finding) => finding.kind === 'place')
  const time = findings.find((finding) => finding.kind === 'time')
  if (place?.kind !== 'place' || !place.position) return []
  return [{ position: place.position, local: time?.kind === 'time' && time.event === 'taken' ? time.local : null }]
}

/** Hundredths of a degree, about a kilometre and a pixel of the closest map: of hundreds of photos of one place one is drawn. */
const STEPS = 100

function apart(taken: readonly Taken[]): Taken['position'][] {
  const cell = ({ latitude, longitude }: Taken['position']) =>
    `${Math.round(latitude * STEPS)} ${Math.round(longitude * STEPS)}`
  return [...new Map(taken.map(({ position }) => [cell(position), position])).values()]
}
