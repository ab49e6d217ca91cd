import { every, filesOf, itemsIn } from './file-list'
import { NativeDataTransfer, own } from './natives'
import { type Instead, wrap } from './wrap'

const hidden = /* @__PURE__ */ own(new WeakSet<object>())

/** From now on the transfer shows pages that there are files, and none of them. */
export function hideFiles(transfer: DataTransfer): void {
  hidden.add(transfer)
  every(itemsIn(transfer), (item) => hidden.add(item))
}

export function wrapTransfers(): void {
  const noFiles: Instead<object> = (self, _, native) =>
    hidden.has(self) ? filesOf(new NativeDataTransfer()) : native()
  const noFile: Instead<object> = (self, _, native) => (hidden.has(self) ? null : native())
  wrap(DataTransfer, noFiles, 'files')
  wrap(DataTransferItem, noFile, 'getAsFile', 'webkitGetAsEntry')
}
