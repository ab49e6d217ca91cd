import type { Finding } from '../findings/finding'
import { firstPlace, usePlaceName } from '../ui/places-context'
import { useWords } from '../ui/words-context'
import { nearestCityPhrase } from '../words/nearest-city'

/**
 * A screen reader says the headline when the dialog opens, with a position in it; this says the name of the place when it
 * is found, once.
 */
export function PlaceHeard({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWords()
  const place = firstPlace(findings)
  const named = usePlaceName(place)
  const near = place && nearestCityPhrase(place, named, words)
  return (
    <p class="hidden-from-view" role="status">
      {near && words.t('headline.near', { where: near, when: 'none', model: 'none', article: 'a', what: 'photo' })}
    </p>
  )
}
