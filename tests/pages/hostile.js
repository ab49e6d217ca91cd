/*
 * A page that replaces everything our code in its world could call by a spy: whatever gets hold of a file writes it down, and
 * lies where a lie could let a photo pass or answer for the parent.
 */
;(() => {
  const dataOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data').get
  const sizeOf = Object.getOwnPropertyDescriptor(Blob.prototype, 'size').get
  let looking = false
  /** The spies call what they spy on; only calls from outside count. */
  const lookAt = (where, value) => {
    if (looking) return
    looking = true
    look(where, value, 0)
    looking = false
  }
  const look = (where, value, depth) => {
    if (value === null || typeof value !== 'object' || depth > 2) return
    try {
      recorded.files.push({ where, name: 'spied', size: sizeOf.call(value), type: '', at: performance.now() })
    } catch {
      for (const key of Reflect.ownKeys(value).slice(0, 20)) {
        const own = Reflect.getOwnPropertyDescriptor(value, key)
        if (own && 'value' in own) look(where, own.value, depth + 1)
      }
    }
  }
  const spyOn = (owner, name, lie) => {
    const descriptor = Object.getOwnPropertyDescriptor(owner, name)
    const part = descriptor?.get ? 'get' : 'value'
    const native = descriptor?.[part]
    if (typeof native !== 'function' || !descriptor.configurable) return
    const where = `spy on ${String(name)}`
    Object.defineProperty(owner, name, {
      ...descriptor,
      [part](...args) {
        if (looking) return Reflect.apply(native, this, args)
        lookAt(where, this)
        for (let i = 0; i < args.length; i++) lookAt(where, args[i])
        return lie ? lie(this, () => Reflect.apply(native, this, args)) : Reflect.apply(native, this, args)
      },
    })
  }
  for (const { prototype } of [
    Array,
    Map,
    Set,
    WeakMap,
    WeakSet,
    Promise,
    FileList,
    DataTransfer,
    DataTransferItemList,
    MessagePort,
  ])
    for (const name of Reflect.ownKeys(prototype)) if (name !== 'constructor') spyOn(prototype, name)
  spyOn(FileList.prototype, 'length', () => 0)
  spyOn(Blob.prototype, 'type', () => 'text/plain')
  spyOn(File.prototype, 'name', () => 'letter.txt')
  spyOn(RegExp.prototype, 'exec', () => null)
  spyOn(RegExp.prototype, 'test', () => false)
  const answer = { outcome: 'release', fates: [{ as: 'original' }] }
  spyOn(MessageEvent.prototype, 'data', (_, native) => {
    const data = native()
    return typeof data?.id === 'number' ? { type: 'verdict', id: data.id, verdict: answer } : data
  })
  Object.defineProperty(Array.prototype, 0, {
    configurable: true,
    set(value) {
      lookAt('setter of Array.prototype[0]', value)
      Object.defineProperty(this, 0, { value, writable: true, enumerable: true, configurable: true })
    },
  })
  Object.prototype.once = true
  for (const [owner, name] of [
    [Event.prototype, 'stopImmediatePropagation'],
    [Event.prototype, 'composedPath'],
    [EventTarget.prototype, 'addEventListener'],
    [HTMLInputElement.prototype, 'files'],
    [HTMLInputElement.prototype, 'value'],
    [Function.prototype, 'call'],
    [Function.prototype, 'apply'],
    [Function.prototype, 'bind'],
  ])
    spyOn(owner, name)
  Object.defineProperty(File, Symbol.hasInstance, {
    value(value) {
      lookAt('instanceof File', value)
      return true
    },
  })
  window.confirm = () => true
  // Handing over ports of its own, in the way and by the name of our first message, changes nothing either.
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = (event) => lookAt('stolen port', Reflect.apply(dataOf, event, []))
  window.stolen = port1
  document.dispatchEvent(new MessageEvent('load', { cancelable: true, data: '', ports: [port2] }))
  postMessage({ type: 'pausephoto', ticket: 'guessed' }, '*')
})()
