import { mayBePhoto } from '../bridge/photo'
import { every } from './file-list'
import { natives } from './natives'

const [typeOf] = natives(Blob, 'type')
export const [sizeOf] = natives(Blob, 'size')
const [modifiedOf] = natives(File, 'lastModified')
export const [nameOf, pathOf] = natives(File, 'name', 'webkitRelativePath')

/** Whether the file must be looked at; a File of whatever realm. */
export const isPhoto = (file: File): boolean => mayBePhoto(typeOf(file))

/** Tells whether none of the files has to be looked at. */
export const hasNoPhoto = (files: readonly File[]): boolean => every(files, (file) => !isPhoto(file))

/** What copies of a File have in common. */
export const traitsOf = (file: File): string => `${sizeOf(file)} ${modifiedOf(file)} ${nameOf(file)}`
