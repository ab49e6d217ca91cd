import { clearInterval, fetch, setInterval, setTimeout } from './browser.js'
import { recorderOf } from './record.js'

/** Every reading, as it notes what it sees by these two. */
function readings({ saw, sent }) {
  const CAPTURE = { capture: true }

  /** How the page reads what the visitor gave. Each is called before the picker opens; `still` says whether its combination is still on. */
  const listen =
    (target, type, how, options) =>
    ({ realm, input, signal }) =>
      target(realm, input).addEventListener(type, () => saw(how, input.files), { ...options, signal })

  const poll =
    (what, every = 1) =>
    ({ realm, input, still }) => {
      const timer = setInterval(() => {
        if (still()) what({ realm, input })
        else clearInterval(timer)
      }, every)
    }

  /** The input's form; one is put around it where there is none. */
  function formOf({ realm, input }) {
    if (input.form) return input.form
    const form = realm.doc.createElementNS('http://www.w3.org/1999/xhtml', 'form')
    input.replaceWith(form)
    form.append(input)
    return form
  }

  /** The input's form, which goes to the server in a small frame beside it. */
  function sendingForm({ realm, input }, how) {
    const form = formOf({ realm, input })
    const sink = realm.doc.createElementNS('http://www.w3.org/1999/xhtml', 'iframe')
    sink.setAttribute('name', 'sink')
    sink.style.cssText = 'width: 20px; height: 20px'
    ;(realm.doc.body ?? realm.doc.documentElement).append(sink)
    sink.addEventListener('load', () => {
      const text = sink.contentDocument?.body?.textContent ?? ''
      if (text.startsWith('got')) sent(how, text)
    })
    form.method = 'post'
    form.enctype = 'multipart/form-data'
    form.action = '/attack/send'
    form.target = 'sink'
    return form
  }

  const foreign = (name, owner) => {
    const frame = document.createElement('iframe')
    document.querySelector('#stage').append(frame)
    const { get } = Object.getOwnPropertyDescriptor(frame.contentWindow[owner].prototype, name)
    return get
  }

  const transferOf = (event) => event.dataTransfer ?? event.clipboardData

  const onTransfer =
    (target, types, how, take, options) =>
    ({ realm, zone, signal }) => {
      for (const type of types)
        target(realm, zone).addEventListener(
          type,
          (event) => {
            event.preventDefault()
            take(how, transferOf(event))
          },
          { ...options, signal },
        )
    }
  const DROPS = ['drop', 'paste']
  const itself = (_, zone) => zone
  const windowOf = ({ win }) => win
  const files = (how, transfer) => saw(how, transfer?.files)
  const items = (how, transfer) => {
    for (const item of transfer?.items ?? []) if (item.kind === 'file') saw(how, item.getAsFile())
  }
  const entries = (how, transfer) => {
    for (const item of transfer?.items ?? [])
      if (item.kind === 'file') item.webkitGetAsEntry()?.file((file) => saw(how, file))
  }
  const handles = (how, transfer) => {
    for (const item of transfer?.items ?? [])
      if (item.kind === 'file') item.getAsFileSystemHandle().then((handle) => saw(how, handle?.getFile()))
  }

  return {
    'change listener': { of: 'input', start: listen((_, input) => input, 'change', 'change') },
    'input listener': { of: 'input', start: listen((_, input) => input, 'input', 'input') },
    'change, capturing on the window': {
      of: 'input',
      far: 'change',
      start: listen(windowOf, 'change', 'window', CAPTURE),
    },
    'input, capturing on the window': { of: 'input', far: true, start: listen(windowOf, 'input', 'window', CAPTURE) },
    'input, bubbling to the document': { of: 'input', far: true, start: listen(({ doc }) => doc, 'input', 'document') },
    'change, on its root': {
      of: 'input',
      far: true,
      start: listen((_, input) => input.getRootNode(), 'change', 'root', CAPTURE),
    },
    'listener on a window of before': {
      of: 'input',
      far: true,
      start: listen(({ early, win }) => early ?? win, 'input', 'early window', CAPTURE),
    },
    'onchange property': {
      of: 'input',
      start({ input }) {
        input.onchange = () => saw('onchange', input.files)
      },
    },
    'onchange attribute': {
      of: 'input',
      start({ realm, input }) {
        realm.win.take = (one) => saw('attribute', one.files)
        input.setAttribute('onchange', 'take(this)')
      },
    },
    'oninput attribute': {
      of: 'input',
      start({ realm, input }) {
        realm.win.take = (one) => saw('attribute', one.files)
        input.setAttribute('oninput', 'take(this)')
      },
    },
    'listener object': {
      of: 'input',
      start({ input }) {
        input.addEventListener('change', { handleEvent: ({ target }) => saw('handleEvent', target.files) })
      },
    },
    'listener added at the click': {
      of: 'input',
      start({ input }) {
        input.addEventListener('click', () =>
          input.addEventListener('change', () => saw('late', input.files), { once: true }),
        )
      },
    },
    'listener added after the opening': {
      of: 'input',
      start({ input, opened }) {
        opened.then(() => input.addEventListener('input', () => saw('later', input.files)))
      },
    },
    'polling files': { of: 'input', start: poll(({ input }) => saw('poll', input.files)) },
    'polling files[0]': { of: 'input', start: poll(({ input }) => saw('poll item', input.files.item(0))) },
    'polling webkitEntries': {
      of: 'input',
      dropped: true,
      start: poll(({ input }) => {
        for (const entry of input.webkitEntries ?? []) entry.file((file) => saw('webkitEntries', file))
      }, 5),
    },
    'polling FormData': {
      of: 'input',
      form: true,
      start(context) {
        const form = formOf(context)
        poll(() => saw('FormData', new context.realm.win.FormData(form)), 5)(context)
      },
    },
    'FormData in the listener': {
      of: 'input',
      form: true,
      start(context) {
        const form = formOf(context)
        form.addEventListener('change', () => saw('FormData', new context.realm.win.FormData(form)))
      },
    },
    'formdata event': {
      of: 'input',
      form: true,
      start(context) {
        const form = formOf(context)
        form.addEventListener('formdata', ({ formData }) => saw('formdata', formData))
        form.addEventListener('change', () => new context.realm.win.FormData(form))
      },
    },
    'FormData sent by fetch': {
      of: 'input',
      form: true,
      start(context) {
        const form = formOf(context)
        form.addEventListener('input', async () => {
          const body = new context.realm.win.FormData(form)
          const text = await (await fetch('/attack/send', { method: 'POST', body })).text()
          if (text.startsWith('got')) sent('fetch', text)
        })
      },
    },
    'submit() in the listener': {
      of: 'input',
      far: true,
      start(context) {
        const form = sendingForm(context, 'submit()')
        form.addEventListener('change', () => form.submit())
      },
    },
    'requestSubmit() in the listener': {
      of: 'input',
      far: true,
      start(context) {
        const form = sendingForm(context, 'requestSubmit()')
        context.input.addEventListener('change', () => form.requestSubmit())
      },
    },
    'submit(), whether told or not': {
      of: 'input',
      far: true,
      start(context) {
        const form = sendingForm(context, 'timed submit()')
        context.chosen.then(() => setTimeout(() => form.submit(), 50))
      },
    },
    'a submit button, whether told or not': {
      of: 'input',
      far: true,
      start(context) {
        const form = sendingForm(context, 'timed submit button')
        const button = form.appendChild(context.realm.doc.createElementNS('http://www.w3.org/1999/xhtml', 'button'))
        button.setAttribute('name', 'by')
        context.chosen.then(() => setTimeout(() => button.click(), 50))
      },
    },
    'files as another realm reads them': {
      of: 'input',
      start(context) {
        const get = foreign('files', 'HTMLInputElement')
        poll(() => saw('foreign getter', get.call(context.input)), 5)(context)
      },
    },
    'posted to itself': {
      of: 'input',
      start({ input }) {
        const channel = new MessageChannel()
        channel.port1.onmessage = ({ data }) => saw('posted', data)
        input.addEventListener('input', () => channel.port2.postMessage(input.files))
      },
    },
    'structuredClone in a microtask': {
      of: 'input',
      start({ input }) {
        input.addEventListener('input', async () => {
          await null
          saw('clone', structuredClone(input.files))
        })
      },
    },
    'copied nodes': {
      of: 'input',
      start: poll(({ input }) => saw('cloneNode', input.cloneNode(true).files), 5),
    },
    'object address': {
      of: 'input',
      start({ input }) {
        input.addEventListener('change', () => {
          for (const file of input.files)
            saw(
              'object address',
              fetch(URL.createObjectURL(file)).then((all) => all.blob()),
            )
        })
      },
    },
    'when the window has the focus again': {
      of: 'input',
      start(context) {
        for (const type of ['focus', 'blur', 'focusin', 'pointermove', 'visibilitychange'])
          context.realm.win.addEventListener(type, () => saw(type, context.input.files), {
            capture: true,
            signal: context.signal,
          })
        poll(({ input }) => saw('poll', input.files), 50)(context)
      },
    },
    'at each frame': {
      of: 'input',
      start({ realm, input, still }) {
        const look = () => {
          if (!still()) return
          saw('frame', input.files)
          realm.win.requestAnimationFrame(look)
        }
        realm.win.requestAnimationFrame(look)
      },
    },
    'polling by messages': {
      of: 'input',
      start({ input, still }) {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          if (!still()) return
          saw('message', input.files)
          setTimeout(() => port2.postMessage(0), 1)
        }
        port2.postMessage(0)
      },
    },

    'files of the drop': { of: 'transfer', start: onTransfer(itself, DROPS, 'files', files) },
    'items of the drop': { of: 'transfer', start: onTransfer(itself, DROPS, 'items', items) },
    'entries of the drop': { of: 'transfer', start: onTransfer(itself, DROPS, 'entries', entries) },
    'handles of the drop': {
      of: 'transfer',
      browser: 'chromium',
      start: onTransfer(itself, DROPS, 'handles', handles),
    },
    'the drop, capturing on the window': {
      of: 'transfer',
      start: onTransfer(windowOf, DROPS, 'window', files, CAPTURE),
    },
    'the drop, bubbling to the window': { of: 'transfer', start: onTransfer(windowOf, DROPS, 'window', items) },
    'ondrop property': {
      of: 'transfer',
      start({ zone }) {
        zone.ondrop = zone.onpaste = (event) => {
          event.preventDefault()
          files('property', transferOf(event))
        }
      },
    },
    'each event of the drag': {
      of: 'transfer',
      start: onTransfer(
        windowOf,
        ['dragenter', 'dragover', 'dragleave', 'dragexit', 'dragend', 'drop', 'beforeinput', 'input', 'paste'],
        'drag',
        (how, transfer) => {
          files(how, transfer)
          items(how, transfer)
        },
        CAPTURE,
      ),
    },
    'a transfer that is kept': {
      of: 'transfer',
      start({ realm, zone, still, signal }) {
        const kept = []
        onTransfer(
          (one) => one.win,
          ['dragenter', 'dragover', 'drop', 'paste'],
          'kept',
          (_, transfer) => kept.push(transfer),
          CAPTURE,
        )({ realm, zone, signal })
        onTransfer(itself, DROPS, 'kept, listener', files)({ realm, zone, signal })
        poll(() => {
          for (const transfer of kept) files('kept transfer', transfer)
        }, 20)({ realm, still })
      },
    },
    'getters of another realm': {
      of: 'transfer',
      start({ realm, zone, signal }) {
        const get = foreign('files', 'DataTransfer')
        onTransfer(
          windowOf,
          ['dragover', ...DROPS],
          'foreign',
          (how, transfer) => saw(how, get.call(transfer)),
          CAPTURE,
        )({ realm, zone, signal })
        onTransfer(itself, DROPS, 'listener', files)({ realm, zone, signal })
      },
    },
  }
}

export const READINGS = Object.fromEntries(
  Object.entries(readings(recorderOf(null))).map(([name, about]) => [
    name,
    { ...about, start: (context) => readings(recorderOf(name))[name].start(context) },
  ]),
)
