import { descriptorOf } from './natives'
import { orUndefined, ownerOf, viewOf } from './tree'
import { isWrapper, textOf, type View } from './wrap'

/** The text of the getter that every pristine window has. */
export const PRISTINE = textOf(descriptorOf(HTMLInputElement.prototype, 'files').get)

/**
 * Returns the getter by which the node's own window reads an attribute of inputs, where another script of ours watches that window: it
 * knows what was let through there. Undefined where this one answers for the node.
 */
export const readerElsewhere = (node: unknown, name: string): (() => unknown) | undefined =>
  orUndefined(() => {
    const view = viewOf(ownerOf(node)) as View | null
    if (!view || view === window) return
    const { prototype } = view.HTMLInputElement
    const files = descriptorOf(prototype, 'files').get
    return !files || isWrapper(files) || textOf(files) === PRISTINE ? undefined : descriptorOf(prototype, name).get
  })
