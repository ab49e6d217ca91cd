import { PHOTO } from '../bridge/photo'
import { every } from './file-list'
import { natives, own } from './natives'

const [typeOf] = natives(Blob, 'type')
export const [nameOf, pathOf] = natives(File, 'name', 'webkitRelativePath')
const pattern = own(PHOTO)

/** A picture or a video, by its type; by its name when the browser knows no type. */
export const isPhoto = (file: File): boolean => pattern.test(`${typeOf(file)} ${nameOf(file)}`)

export const hasNoPhoto = (files: readonly File[]): boolean => every(files, (file) => !isPhoto(file))
