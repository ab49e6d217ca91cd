import type { PictureRole } from '../core/part'
import { latin1 } from '../core/reader'
import type { Source } from '../core/source'
import { gainMapOf } from './hdr-xmp'
import { MPF_ORIGIN, type MpfImage, readMpf, roleOf } from './mpf'
import type { Segment, Stream } from './segment'

/** What a picture behind the first one is for; also the prefix of its parts' names. */
export type Role = Exclude<PictureRole, 'embedded picture'>

/** Where the MPF segment of the first picture says that others begin, and what it calls them. */
export async function listedRoles(source: Source, first: Stream): Promise<ReadonlyMap<number, Role>> {
  const roles = new Map<number, Role>()
  for (const segment of first.segments) {
    if (!segment.name.startsWith('APP2 MPF')) continue
    const payload = segment.start + 4
    const images = readMpf(await source.read(payload, segment.end))
    for (const image of images) rememberRole(roles, image, payload + MPF_ORIGIN)
  }
  return roles
}

function rememberRole(roles: Map<number, Role>, image: MpfImage, origin: number): void {
  const role = roleOf(image)
  if (role && image.offset > 0) roles.set(origin + image.offset, role)
}

/** A gain map says so itself; what else a picture is for stands in the MPF segment or in its XMP. */
export async function roleIn(source: Source, stream: Stream, listed: Role | undefined): Promise<Role> {
  for (const segment of stream.segments) {
    if (segment.name === 'APP2 ISO 21496-1 numbers') return 'gain map'
    if (!segment.name.startsWith('APP1 XMP')) continue
    const payload = await payloadOf(source, segment)
    if (gainMapOf(payload)) return 'gain map'
    if (/aux:(?:disparity|depth)|GDepth|DepthMap/.test(latin1(payload))) return 'depth map'
  }
  return listed ?? 'second image'
}

/** What stands behind marker and length of a segment. */
function payloadOf(source: Source, { start, end }: Segment): Promise<Uint8Array> {
  return source.read(Math.min(start + 4, end), end)
}
