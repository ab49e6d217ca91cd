import { every } from './file-list'
import { append, natives } from './natives'
import { getRoot, innermost, isConnected, orUndefined, ownerOf } from './tree'

const [nameOf, formOf] = natives(HTMLInputElement, 'name', 'form')
const [idOf] = natives(Element, 'id')
const [allInDocument, elementAt, activeIn, selectionIn] = natives(
  Document,
  'querySelectorAll',
  'elementFromPoint',
  'activeElement',
  'getSelection',
)
export const [innerAt, innerActive] = natives(ShadowRoot, 'elementFromPoint', 'activeElement')
const [anchorOf] = natives(Selection, 'anchorNode')
const [allInFragment] = natives(DocumentFragment, 'querySelectorAll')
const [countOf, itemOf] = natives(NodeList, 'length', 'item')
const [parentOf] = natives(Node, 'parentElement')
const [isEditable] = natives(HTMLElement, 'isContentEditable')
const INPUTS = 'input[type=file i]'

/** Where an input was when its files were held, by which the one that the page drew in its place is found. */
export interface Place {
  readonly root: Node
  readonly id: string
  readonly name: string
  readonly form: string
  readonly index: number
  readonly count: number
}

function inputsIn(root: Node): HTMLInputElement[] {
  const list =
    orUndefined(() => allInDocument(root as Document, INPUTS)) ?? allInFragment(root as DocumentFragment, INPUTS)
  const inputs: HTMLInputElement[] = []
  for (let index = 0; index < countOf(list); index++) append(inputs, itemOf(list, index) as HTMLInputElement)
  return inputs
}

const formName = (input: HTMLInputElement): string => {
  const form = formOf(input)
  return form ? idOf(form) : ''
}

/** Null for an input that is in no document: nobody will look for it there. */
export function placeOf(input: HTMLInputElement): Place | null {
  if (!isConnected(input)) return null
  const root = getRoot(input)
  const all = inputsIn(root)
  let index = -1
  every(all, (one, at) => {
    if (one === input) index = at
  })
  return { root, id: idOf(input), name: nameOf(input), form: formName(input), index, count: all.length }
}

/** The input that now stands in the place: of its id, else of its name in its form, else where it was among as many. */
export function successorAt(place: Place): HTMLInputElement | null {
  const all = inputsIn(isConnected(place.root) ? place.root : document)
  const find = (asked: string, fits: (input: HTMLInputElement) => boolean) => {
    let found: HTMLInputElement | null = null
    if (asked)
      every(all, (input) => {
        if (!found && fits(input)) found = input
      })
    return found
  }
  return (
    find(place.id, (input) => idOf(input) === place.id) ??
    find(place.name, (input) => nameOf(input) === place.name && formName(input) === place.form) ??
    (all.length === place.count ? (all[place.index] ?? null) : null)
  )
}

/** The document that the node belonged to when it was in one. */
const documentOf = (node: unknown): Document => orUndefined(() => ownerOf(node)) ?? document

/** What lies at a point of the node's document, inside shadow roots too. */
export function elementUnder(node: unknown, x: number, y: number): Element | null {
  const found = elementAt(documentOf(node), x, y)
  return found && innermost(found, (root) => innerAt(root, x, y))
}

/** The element of the node's document that text is typed into: what has the focus, else what the caret is in. */
export function editableIn(node: unknown): Element | null {
  const owner = documentOf(node)
  const active = activeIn(owner)
  // A field of a form says so by its value; the body has the focus where nothing has it.
  if (active && 'value' in active) return active
  const caret = orUndefined(() => anchorOf(selectionIn(owner) as Selection)) ?? null
  let found: Element | null = null
  every([active, caret, caret && parentOf(caret)], (one) => {
    if (!found && orUndefined(() => isEditable(one))) found = one as Element
  })
  return found
}
