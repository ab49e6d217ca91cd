/* Makes one frame, of the kind that the end of ?case= names. */
const end = '</script>'
const ofCase = new URLSearchParams(location.search).get('case')
const kind = ofCase.split('-').at(-1)
const address = `${location.origin}/upload${location.search}`
const content = `<!doctype html><script src="${location.origin}/recorder.js">${end}
  <input type="file" id="input" style="position:fixed;inset:0;width:100%">
  <script>
    document.querySelector('#input').addEventListener('change', (event) => {
      record('listener', event.target.files)
      const form = new FormData()
      form.append('photo', event.target.files[0])
      fetch('${address}', { method: 'POST', mode: 'no-cors', body: form })
    })
  ${end}`
const other = `www.facebook.com:${location.port}`
const add = (attributes) => {
  const frame = Object.assign(document.createElement('iframe'), { id: 'frame' })
  for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value)
  document.body.append(frame)
  return frame
}

const make = {
  same: () => add({ src: `frame.html?case=${ofCase}` }),
  written: () => {
    const { contentDocument } = add({})
    contentDocument.open()
    contentDocument.write(content)
    contentDocument.close()
  },
  srcdoc: () => add({ srcdoc: content }),
  blob: () => add({ src: URL.createObjectURL(new Blob([content], { type: 'text/html' })) }),
  data: () => add({ src: `data:text/html,${encodeURIComponent(content)}` }),
  cross: () => add({ src: `https://${other}/frame.html?case=${ofCase}` }),
  sandboxed: () => add({ sandbox: 'allow-scripts', srcdoc: content }),
  nested: () =>
    add({
      srcdoc: `<iframe src="https://${other}/frame.html?case=${ofCase}" title="inner" style="position:fixed;inset:0;border:0"></iframe>`,
    }),
  unwatched: () => add({ src: `https://${other}/frame.html?case=${ofCase}`, style: 'width: 700px; height: 560px' }),
  tiny: () => add({ src: `https://${other}/frame.html?case=${ofCase}` }),
  shadow() {
    const host = document.createElement('div')
    document.body.append(host)
    host.attachShadow({ mode: 'closed' }).append(add({ src: `https://${other}/frame.html?case=${ofCase}` }))
  },
}
make[kind]()
