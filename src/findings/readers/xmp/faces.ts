import type { Statement } from '../../clue'
import type { Property } from './read-xmp'

/** Names of people beside a frame on the picture, in the ways in which programs keep them; fields of one structure. */
export function facesIn(fields: readonly Property[]): Statement[] {
  const value = (name: string) => fields.find((field) => field.name === name)?.value ?? ''
  // Metadata Working Group §5.9: a region is a face, a pet, a focus point or a bar code. Apple and ACDSee write the same.
  const regional = ['mwg-rs', 'acdsee-rs'].map((prefix) => {
    const kind = value(`${prefix}:Type`)
    return kind === 'Focus' || kind === 'BarCode' ? '' : value(`${prefix}:Name`)
  })
  const names = [...regional, value('MPReg:PersonDisplayName')]
  return names.filter((name) => name !== '').map((text) => ({ type: 'person', role: 'face', text }))
}
