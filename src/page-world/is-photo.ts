import { mayBePhoto } from '../bridge/photo'
import { every } from './file-list'
import { natives } from './natives'

const [typeOf] = natives(Blob, 'type')
export const [nameOf, pathOf] = natives(File, 'name', 'webkitRelativePath')

/** Whether the file must be looked at; a File of whatever realm. */
export const isPhoto = (file: File): boolean => mayBePhoto(typeOf(file))

export const hasNoPhoto = (files: readonly File[]): boolean => every(files, (file) => !isPhoto(file))
