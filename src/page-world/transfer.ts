import type { Way } from '../bridge/verdict'
import { asTheyAre, copyFiles, every, filesOf, transferOf } from './file-list'
import { filesUnder, foldersIn } from './folder'
import { hideFiles } from './hidden-files'
import { isPhoto } from './is-photo'
import { append, defineProperty, dispatch, getter, method, plain, prevent, stop, targetOf } from './natives'
import type { Answer, Pause } from './pause'

export const typesOf = getter(DataTransfer.prototype, 'types')
export const getData = method(DataTransfer.prototype, 'getData')
const setData = method(DataTransfer.prototype, 'setData')
const prevented = getter(Event.prototype, 'defaultPrevented')

/** How an event that carries files is delivered once the parent has answered. */
export interface Delivery {
  readonly way: Way
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
  if (!target || (!folders && every(dropped, (file) => !isPhoto(file)))) return
  // All that the event carries must be read now: it is empty once the event is over.
  const texts: (readonly [string, string])[] = []
  every(typesOf(transfer), (type) => {
    if (type !== 'Files') append(texts, [type, getData(transfer, type)])
    return true
  })
  prevent(event)
  stop(event)
  // The copy of the event, and whoever got hold of the event itself, still know it; in Firefox it keeps its files.
  hideFiles(transfer)
  const deliver = (files: readonly File[], answer: Answer | null) => {
    const left = answer && transferOf(files, answer)
    every(texts, (text) => {
      if (left) setData(left, text[0], text[1])
      return true
    })
    const copy = delivery.make(left)
    if (!copy) return
    if (left) defineProperty(copy, delivery.attribute, plain(left))
    dispatch(target, copy)
    if (left && !prevented(copy)) delivery.byDefault(left, target)
  }
  const hold = (files: readonly File[]) => {
    if (every(files, (file) => !isPhoto(file))) deliver(files, asTheyAre(files))
    else pause.hold(delivery.way, files, (answer) => deliver(files, answer))
  }
  // A page could read a folder bit by bit, past every question; it gets the files that are in it instead.
  if (folders) filesUnder(folders, hold)
  else hold(dropped)
}
