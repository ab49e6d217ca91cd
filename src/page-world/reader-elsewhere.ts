import { descriptorOf, own } from './natives'
import { orUndefined, ownerOf, viewOf } from './tree'
import { textOf, type View } from './wrap'

/** The text of the getter that every pristine window has. */
export const PRISTINE = textOf(descriptorOf(HTMLInputElement.prototype, 'files').get)

/** What inputs inherit in windows that this script watches besides its own. */
export const watchedFromHere = own(new WeakSet<object>())

/**
 * Returns the getter by which the node's own window reads an attribute of inputs, where another script of ours alone watches that window:
 * it knows what was let through there. Undefined where this one answers for the node, also beside another: that one's getter ends in ours.
 */
export const readerElsewhere = (node: unknown, name: string): (() => unknown) | undefined =>
  orUndefined(() => {
    const view = viewOf(ownerOf(node)) as View | null
    if (!view || view === window) return
    const { prototype } = view.HTMLInputElement
    if (watchedFromHere.has(prototype) || textOf(descriptorOf(prototype, 'files').get) === PRISTINE) return
    return descriptorOf(prototype, name).get
  })
