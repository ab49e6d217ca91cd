import { useMemo, useState } from 'preact/hooks'
import type { Finding, Severity } from '../findings/finding'
import { describeFinding, describeValue } from '../words/describe'
import { inOrder } from '../words/headline'
import { nearestCityPhrase } from '../words/nearest-city'
import './finding-list.css'
import { HiddenPicture } from './hidden-picture'
import { HiddenVideo } from './hidden-video'
import { Icon } from './icon'
import { PlaceMap } from './place-map'
import { usePlaceName } from './places-context'
import type { PictureSource } from './thumbnail'
import { useWords } from './words-context'

interface FindingListProps {
  readonly findings: readonly Finding[]
  readonly load: PictureSource
  /** Beside what the file says stands what its copy will say, which is nothing. */
  readonly withCopy?: boolean
  /** Hidden pictures, videos and the map are shown elsewhere, and larger. */
  readonly textOnly?: boolean
}

/** What one photo says: the weighty things one by one, the slight ones in one line, where each was found behind a fold. */
export function FindingList({ findings, load, withCopy = false, textOnly = false }: FindingListProps) {
  const { t } = useWords()
  const [unfolded, setUnfolded] = useState(false)
  const sorted = inOrder(findings)
  const slight = withUnreadAsOne(sorted.filter(({ severity }) => severity === 'low'))
  const weighty = sorted.filter(({ severity }) => severity !== 'low')
  return (
    <div class="findings">
      {weighty.length > 0 && (
        <div class="findings-table" data-with-copy={withCopy}>
          {withCopy && <BeforeAndAfter />}
          <ul class="findings-weighty">
            {weighty.map((finding, at) => (
              <FindingRow
                // biome-ignore lint/suspicious/noArrayIndexKey: the findings of a photo never change their places
                key={at}
                finding={finding}
                again={weighty[at - 1]?.kind === finding.kind}
                load={load}
                withCopy={withCopy}
                textOnly={textOnly}
              />
            ))}
          </ul>
        </div>
      )}
      {slight.length > 0 && <MinorFindings findings={slight} alone={weighty.length === 0} />}
      <details class="findings-details" onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}>
        <summary>{t('pause.details')}</summary>
        <ul>
          {sorted.map((finding, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the findings of a photo never change their places
            <FindingSource key={at} finding={finding} unfolded={unfolded && !textOnly} />
          ))}
        </ul>
      </details>
    </div>
  )
}

/** How many pieces could not be read, and what they are called, is for the details; a parent wants to know that there is something. */
function withUnreadAsOne(findings: readonly Finding[]): readonly Finding[] {
  const first = findings.findIndex(({ kind }) => kind === 'unknown')
  return findings.filter(({ kind }, at) => kind !== 'unknown' || at === first)
}

/** For programs that drive the page and for styles. */
const marks = ({ kind, severity }: { kind: string; severity: Severity }) => ({
  'data-kind': kind,
  'data-severity': severity,
})

interface FindingRowProps {
  readonly finding: Finding
  /** The row above says the same kind of thing, so its name need not be seen again. */
  readonly again: boolean
  readonly load: PictureSource
  readonly withCopy: boolean
  readonly textOnly: boolean
}

function FindingRow({ finding, again, load, withCopy, textOnly }: FindingRowProps) {
  const words = useWords()
  const named = usePlaceName(finding.kind === 'place' ? finding : undefined)
  return (
    <li {...marks(finding)} data-again={again}>
      <Icon name={finding.kind} />
      <div>
        <strong>{words.t(`kind.${finding.kind}`)}</strong>
        <span dir="auto">{describeValue(finding, words, named) ?? describeFinding(finding, words)}</span>
        {!textOnly && finding.kind === 'hidden-picture' && finding.picture && (
          <HiddenPicture picture={finding.picture} size={160} load={load} />
        )}
        {!textOnly && finding.kind === 'hidden-video' && finding.video && <HiddenVideo video={finding.video} />}
        {withCopy && (
          <span class="findings-after">
            <span class="hidden-from-view">{words.t('pause.before-after.copy')}: </span>
            {words.t('pause.before-after.nothing')}
          </span>
        )}
      </div>
    </li>
  )
}

/** Names the two columns; each row says it again for who does not see them. */
function BeforeAndAfter() {
  const { t } = useWords()
  return (
    <p class="findings-heads" aria-hidden="true">
      <span>{t('pause.before-after.now')}</span>
      <span>{t('pause.before-after.copy')}</span>
    </p>
  )
}

function MinorFindings({ findings, alone }: { readonly findings: readonly Finding[]; readonly alone: boolean }) {
  const words = useWords()
  const names = findings.map((finding) => (
    <bdi key={finding.kind} {...marks(finding)}>
      {describeValue(finding, words) ?? describeFinding(finding, words)}
    </bdi>
  ))
  const [before = '', after = ''] = words.t(alone ? 'pause.low.alone' : 'pause.low', { list: '\u0000' }).split('\u0000')
  return (
    <p class="findings-slight">
      {before}
      {names.map((name, at) => [at > 0 && ' · ', name])}
      {after}
    </p>
  )
}

function FindingSource({ finding, unfolded }: { readonly finding: Finding; readonly unfolded: boolean }) {
  const words = useWords()
  const place = finding.kind === 'place' ? finding : undefined
  const named = usePlaceName(place)
  const positions = useMemo(() => (place?.position ? [place.position] : []), [place?.position])
  return (
    <li>
      {describeFinding(finding, words, named)}
      {unfolded && positions.length > 0 && (
        <PlaceMap
          positions={positions}
          label={words.t('map.label', { near: (place && nearestCityPhrase(place, named, words)) ?? 'none' })}
        />
      )}
      <small>{words.t('pause.details.source', { source: finding.source })}</small>
    </li>
  )
}
