import type { Clue } from '../clue'

/** What a second picture is for; a gain map or the other eye of a stereo pair belongs to the picture on show. */
const ROLES = {
  thumbnail: 'thumbnail',
  'APP0 JFXX': 'thumbnail',
  preview: 'preview',
  depth: 'depth',
  'gain map': null,
  stereo: null,
} as const

/**
 * Returns one clue for a picture inside the file, with the role that its label stands for; none for a label that
 * means nothing of the kind.
 */
export function pictureClues(label: string | undefined, picture: Blob, source: string): Clue[] {
  const role = Object.entries(ROLES).find(([name]) => name === label)
  if (role && role[1] === null) return []
  return [{ type: 'picture', role: role?.[1] ?? 'second-image', picture, source }]
}
