import type { Said } from './clue'
import type { Property } from './read-xmp'

/** Names of people beside a frame on the picture, in the three ways in which programs keep them; fields of one structure. */
export function facesIn(fields: readonly Property[]): Said[] {
  const value = (name: string) => fields.find((field) => field.name === name)?.value ?? ''
  // Metadata Working Group §5.9: a region is a face, a pet, a focus point or a bar code. Apple writes the same.
  const kind = value('mwg-rs:Type')
  const regional = kind === 'Focus' || kind === 'BarCode' ? '' : value('mwg-rs:Name')
  const names = [regional, value('MPReg:PersonDisplayName')]
  return names.filter((name) => name !== '').map((text) => ({ says: 'person', role: 'face', text }))
}
