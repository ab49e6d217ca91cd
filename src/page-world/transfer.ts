import { forFirefox } from '../bridge/built-for'
import type { Way } from '../bridge/verdict'
import { copyFiles, every, filesOf, getData, setData, transferOf, typesOf } from './file-list'
import { filesUnder, foldersIn } from './folder'
import { hideFiles } from './hidden-files'
import { hasNoPhoto } from './is-photo'
import { append, defineProperty, dispatch, plain, prevent, prevented, stop, targetOf, typeOf } from './natives'
import type { Pause } from './pause'

/** How an event that carries files is delivered once the parent has answered. */
export interface Delivery {
  /** The attribute by which the event gives its DataTransfer. */
  readonly attribute: 'dataTransfer' | 'clipboardData'
  /** The event that the page gets in the held one's place; `left` is null when the choice was cancelled. */
  readonly make: (left: DataTransfer | null) => Event | null
  /** What the browser would have done with the files, had the page not prevented it. */
  readonly byDefault: (left: DataTransfer, target: EventTarget) => void
}

/** Holds the event when it carries a photo; what else it carries, as text or addresses, comes back with the files. */
export function holdTransfer(pause: Pause, event: Event, transfer: DataTransfer, delivery: Delivery): void {
  const target = targetOf(event)
  const folders = foldersIn(transfer)
  const dropped = copyFiles(filesOf(transfer))
  if (!target || (!folders && hasNoPhoto(dropped))) return
  // All that the event carries must be read now: it is empty once the event is over.
  const texts: (readonly [string, string])[] = []
  every(typesOf(transfer), (type) => {
    if (type !== 'Files') append(texts, [type, getData(transfer, type)])
  })
  prevent(event)
  stop(event)
  // The copy of the event, and whoever got hold of the event itself, still know it; in Firefox it keeps its files.
  if (forFirefox) hideFiles(transfer)
  const deliver = (files: readonly File[] | null) => {
    const left = files && transferOf(files)
    every(texts, (text) => {
      if (left) setData(left, text[0], text[1])
    })
    const copy = delivery.make(left)
    if (!copy) return
    if (left) defineProperty(copy, delivery.attribute, plain(left))
    dispatch(target, copy)
    if (left && !prevented(copy)) delivery.byDefault(left, target)
  }
  const hold = (files: readonly File[]) => {
    if (hasNoPhoto(files)) deliver(files)
    else pause.hold(typeOf(event) as Way, files, deliver)
  }
  // A page could read a folder bit by bit, past every question; it gets the files that are in it instead.
  if (folders) filesUnder(folders, hold)
  else hold(dropped)
}
