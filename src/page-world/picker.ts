import { natives } from './natives'
import type { Pause } from './pause'
import { orUndefined } from './tree'
import { type View, wrap } from './wrap'

const [then] = natives(Promise, 'then')

/**
 * The File System Access API, Chromium's alone. A file is always read by the guard: a promise that gives a File asks the
 * File for its `then`, which a page could have put there. So handles may pass through the page's hands, files may not.
 */
export function watchPickers(pause: Pause, view: View): void {
  // Without pickers every handle is of the origin's private file system, where there is nothing but what pages wrote.
  if (!('showOpenFilePicker' in view)) return
  const [kindOf] = natives(FileSystemHandle, 'kind')
  wrap(
    view.FileSystemFileHandle,
    (self, _, native) => (orUndefined(() => kindOf(self)) === 'file' ? pause.read('picker', self, native) : native()),
    'getFile',
  )
  wrap(
    { prototype: view },
    (_self, _args, native) => {
      pause.tell('warm')
      return then(native() as Promise<unknown>, (picked) => pause.read('picker', picked, () => picked))
    },
    'showOpenFilePicker',
    'showDirectoryPicker',
  )
}
