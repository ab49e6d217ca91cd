import type { FaceSearch } from '../detect/face-finder'
import type { Style } from '../hide/cover'
import type { HideJob } from '../hiding'
import { firstEdit, hidesAnything, orderOf } from './edit'

export interface AlbumEntry {
  /** What is to be hidden; null until it was looked at, and where nobody could look. */
  readonly job: HideJob | null
  /** Whether the job hides or changes anything. */
  readonly hides: boolean
  readonly state: 'waiting' | 'looked' | 'failed'
}

/** The photos of a choice, in its order. Films are not in it. */
export type Album = ReadonlyMap<File, AlbumEntry>

/** Returns the photos among the files; one for which something was chosen before is not looked at again. */
export function albumOf(files: readonly File[], jobOf: (file: File) => HideJob | undefined): Album {
  const photos = files.filter(({ type }) => !type.startsWith('video/'))
  return new Map(
    photos.map((file) => {
      const job = jobOf(file)
      return [file, job ? entryOf(job) : { job: null, hides: false, state: 'waiting' }]
    }),
  )
}

/** Returns the album with what was found in one photo; every face is hidden at first. */
export function looked(album: Album, file: File, search: FaceSearch): Album {
  const entry = album.get(file)
  // It was opened by hand meanwhile.
  if (!entry || entry.job) return album
  if (!search.ok) return new Map(album).set(file, { ...entry, state: 'failed' })
  const style = [...album.values()].find(({ job }) => job)?.job?.edit.style
  const edit = firstEdit(
    search.found.faces.map(({ box }) => box),
    style,
  )
  return withJob(album, file, { picture: file, edit, order: orderOf(edit, search.found) })
}

/** Returns the album with one photo as it was corrected by hand. */
export function withJob(album: Album, file: File, job: HideJob): Album {
  return new Map(album).set(file, entryOf(job))
}

/** Returns the album with every photo covered in one style. */
export function withStyle(album: Album, style: Style): Album {
  return new Map(
    [...album].map(([file, entry]) => {
      if (!entry.job) return [file, entry]
      const { picture, edit, order } = entry.job
      return [file, { ...entry, job: { picture, edit: { ...edit, style }, order: { ...order, style } } }]
    }),
  )
}

/** How many photos were looked at, have a face, and have something hidden. */
export function counted(album: Album) {
  const entries = [...album.values()]
  return {
    looked: entries.filter(({ state }) => state !== 'waiting').length,
    withFaces: entries.filter(({ job }) => job?.edit.marks.some(({ what }) => what === 'face')).length,
    hiding: entries.filter(({ hides }) => hides).length,
  }
}

function entryOf(job: HideJob): AlbumEntry {
  return { job, hides: hidesAnything(job.edit) || job.edit.smaller, state: 'looked' }
}
