import { isBlob } from './browser.js'
import { saw } from './record.js'

/** What a hostile page does to its realm before anything is chosen. A page that did so is used once. */
const inherit =
  (name, value) =>
  ({ win }) => {
    win.Object.prototype[name] = value
  }
const { apply } = Reflect
let busy = false
/** Replaces methods by ones that look at all they are given, and then do as the browser's own. */
const spoil =
  (owner, ...names) =>
  ({ win }) => {
    for (const name of names) {
      const native = win[owner].prototype[name]
      win[owner].prototype[name] = function (...given) {
        if (!busy) {
          busy = true
          if (isBlob(this)) saw(`${owner}.${name}`, this)
          for (let index = 0; index < given.length; index++)
            if (isBlob(given[index])) saw(`${owner}.${name}`, given[index])
          busy = false
        }
        return apply(native, this, given)
      }
    }
  }

export const TRICKS = {
  none: null,
  'inherited answer': inherit('answer', { left: [true] }),
  'inherited left': inherit('left', [true]),
  'inherited error': inherit('error', new Error('none')),
  'inherited type': inherit('type', 'verdict'),
  'inherited files': inherit('files', []),
  'inherited outcome': inherit('outcome', 'release'),
  'inherited decisions': inherit('decisions', [{ as: 'original' }]),
  'inherited get': inherit('get', () => undefined),
  'inherited value': inherit('value', true),
  'inherited capture': inherit('capture', false),
  'inherited passive': inherit('passive', true),
  'inherited signal': ({ win }) => {
    win.Object.prototype.signal = AbortSignal.abort()
  },
  'inherited then': ({ win }) => {
    Object.defineProperty(win.Object.prototype, 'then', {
      configurable: true,
      get() {
        if (isBlob(this)) saw('then', this)
      },
    })
  },
  'inherited numbers': ({ win }) => {
    for (const index of [0, 1])
      Object.defineProperty(win.Object.prototype, index, {
        configurable: true,
        set(value) {
          if (isBlob(value)) saw('numbers', value)
          Object.defineProperty(this, index, { value, writable: true, configurable: true, enumerable: true })
        },
      })
  },
  'spoilt arrays': spoil('Array', 'push', 'map', 'forEach', 'filter', 'every', 'some', 'indexOf'),
  'spoilt maps': spoil('Map', 'get', 'set', 'has', 'delete', 'forEach'),
  'spoilt weak maps': ({ win }) => {
    spoil('WeakMap', 'get', 'set', 'has')({ win })
    spoil('WeakSet', 'add', 'has')({ win })
  },
  'spoilt calls': spoil('Function', 'call', 'apply', 'bind'),
  'spoilt promises': spoil('Promise', 'then'),
  'spoilt ports': spoil('MessagePort', 'postMessage'),
  'spoilt transfers': spoil('DataTransferItemList', 'add'),
  'spoilt dispatch': spoil('EventTarget', 'dispatchEvent', 'addEventListener'),
  'spoilt expressions': spoil('RegExp', 'test', 'exec'),
  'a files attribute of its own': ({ win }) => {
    const { get } = Object.getOwnPropertyDescriptor(win.HTMLInputElement.prototype, 'files')
    win.take = get
  },
  'the document written anew': ({ win, doc }) => {
    if (win === win.top) return
    doc.open()
    doc.write('<!doctype html><body>')
    doc.close()
  },
  'abort sent to everything': ({ win }) => {
    win.AbortController.prototype.abort.call(new win.AbortController())
  },
}
