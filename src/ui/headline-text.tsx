import type { Finding } from '../findings/finding'
import { headlineFor } from '../words/headline'
import './headline-text.css'
import { firstPlace, usePlaceName, usePlaces } from './places-context'
import { useWords } from './words-context'

/** What one photo says first. The place is its position until its name is known, which finds its room ready. */
export function HeadlineText({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWords()
  const places = usePlaces()
  const place = firstPlace(findings)
  const named = usePlaceName(place)
  const before = headlineFor(findings, words)
  if (!places || !place?.position || place.names.length > 0) return before
  return (
    <span class="headline-text">
      <span>{named ? headlineFor(findings, words, named) : before}</span>
      <span class="headline-room" data-sentence={before} aria-hidden="true" />
    </span>
  )
}
