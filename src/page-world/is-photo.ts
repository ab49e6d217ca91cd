import { PHOTO } from '../bridge/photo'
import { every } from './file-list'
import { getter, own } from './natives'

const typeOf = getter(Blob, 'type')
const nameOf = getter(File, 'name')
const pattern = own(PHOTO)

/** A picture or a video, by its type; by its name when the browser knows no type. */
export const isPhoto = (file: File): boolean => pattern.test(`${typeOf(file)} ${nameOf(file)}`)

export const hasNoPhoto = (files: readonly File[]): boolean => every(files, (file) => !isPhoto(file))
