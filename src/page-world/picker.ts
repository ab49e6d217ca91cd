import { natives } from './natives'
import type { Pause } from './pause'
import { orUndefined } from './tree'
import { wrap } from './wrap'

const [then] = natives(Promise, 'then')

/**
 * The File System Access API, Chromium's alone. A file is always read by the guard: a promise that gives a File asks the
 * File for its `then`, which a page could have put there. So handles may pass through the page's hands, files may not.
 */
export function watchPickers(pause: Pause): void {
  // Without pickers every handle is of the origin's private file system, where there is nothing but what pages wrote.
  if (!('showOpenFilePicker' in window)) return
  const [kindOf] = natives(FileSystemHandle, 'kind')
  wrap(
    FileSystemFileHandle,
    (self, _, native) => (orUndefined(() => kindOf(self)) === 'file' ? pause.read('picker', self, native) : native()),
    'getFile',
  )
  wrap(
    { prototype: window },
    (_self, _args, native) => {
      pause.tell('warm')
      return then(native() as Promise<unknown>, (picked) => pause.read('picker', picked, () => picked))
    },
    'showOpenFilePicker',
    'showDirectoryPicker',
  )
}
