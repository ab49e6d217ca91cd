import { type Finding, type FindingKind, KINDS } from '../findings/finding'
import type { PlaceName } from '../places/name-place'
import { articleFor, describeFinding, describePlaceByName, describeTime, shortened } from './describe'
import { nearestCityPhrase } from './nearest-city'
import type { Words } from './words'

/** What the files are called together: 'photo' and 'video' when all of them are. */
export type What = 'photo' | 'video' | 'file'

export function whatAre(files: readonly File[]): What {
  const all = (prefix: string) => files.every(({ type }) => type.startsWith(prefix))
  if (all('image/')) return 'photo'
  return all('video/') ? 'video' : 'file'
}

type Time = Extract<Finding, { kind: 'time' }>

/**
 * The most telling thing about one photo with its values: 'Taken at 48.8134 N, 2.3622 E on 14 June 2025 at 15:42
 * with an iPhone 13', or, once its place has a name, 'Taken near Paris, France, on 14 June 2025 at 15:42 …'.
 */
export function headlineFor(
  findings: readonly Finding[],
  words: Words,
  named: PlaceName | null = null,
  what: What = 'photo',
): string {
  const [first] = inOrder(findings)
  if (!first) throw new Error('a headline needs a finding')
  const time = findings.find((one): one is Time => one.kind === 'time' && one.event !== 'changed')
  if (first.kind !== 'place' && first !== time) return describeFinding(first, words)

  const model = findings.find((finding) => finding.kind === 'device')?.model
  const near = first.kind === 'place' ? nearestCityPhrase(first, named, words) : null
  const place = first.kind === 'place' ? describePlaceByName(first, words, named) : 'none'
  return words.t(near === null ? 'headline.taken' : 'headline.near', {
    where: near ?? place,
    when: time ? describeTime(time, words) : 'none',
    model: model ? shortened(model) : 'none',
    article: articleFor(model ?? ''),
    what,
  })
}

/** The most telling thing about several files: '4 of 12 photos show where they were taken'. */
export function headlineForMany(perFile: readonly (readonly Finding[])[], what: What, words: Words): string {
  const countOf = (kind: FindingKind) => perFile.filter((findings) => findings.some((one) => one.kind === kind)).length
  const kind = (['place', 'people', 'time'] as const).find((candidate) => countOf(candidate) > 0)
  const count = kind ? countOf(kind) : perFile.filter((findings) => findings.length > 0).length
  return words.t(`pause.many.${kind ?? 'other'}`, { count, total: perFile.length, what })
}

/** Most telling first. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind))
}
