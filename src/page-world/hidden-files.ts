import { filesOf, itemsOf } from './file-list'
import { getter, NativeDataTransfer, own } from './natives'
import { type Instead, wrap } from './wrap'

const lengthOf = getter(DataTransferItemList.prototype, 'length')
const hidden = own(new WeakSet<object>())

/** From now on the transfer shows pages that there are files, and none of them. */
export function hideFiles(transfer: DataTransfer): void {
  hidden.add(transfer)
  const items = itemsOf(transfer)
  for (let index = 0; index < lengthOf(items); index++) hidden.add(items[index] as DataTransferItem)
}

export function wrapTransfers(signal: AbortSignal): void {
  const noFiles: Instead<object> = (self, _, native) =>
    hidden.has(self) ? filesOf(new NativeDataTransfer()) : native()
  const noFile: Instead<object> = (self, _, native) => (hidden.has(self) ? null : native())
  wrap(DataTransfer.prototype, 'files', noFiles, signal)
  for (const name of ['getAsFile', 'webkitGetAsEntry']) wrap(DataTransferItem.prototype, name, noFile, signal)
}
