import type { Finding } from '../findings/finding'
import { headlineFor, type What } from '../words/headline'
import './headline-text.css'
import { firstPlace, usePlaceName, usePlaces } from './places-context'
import { useWords } from './words-context'

/** What one photo says first. The place is its position until its name is known, which finds its room ready. */
export function HeadlineText({ findings, what }: { readonly findings: readonly Finding[]; readonly what: What }) {
  const words = useWords()
  const places = usePlaces()
  const place = firstPlace(findings)
  const named = usePlaceName(place)
  const before = headlineFor(findings, words, null, what)
  if (!places || !place?.position || place.names.length > 0) return before
  return (
    <span class="headline-text">
      <span>{named ? headlineFor(findings, words, named, what) : before}</span>
      <span class="headline-room" data-sentence={before} aria-hidden="true" />
    </span>
  )
}
