import htmx from 'htmx.org'
import '@hotwired/turbo'
import { url } from '../../pages/where.js'

/** Pages whose server draws their parts anew: what is sent is the form, and the form is replaced. */
const root = document.querySelector('#root')
root.innerHTML = `
  <p><form id="htmx" hx-post="${url}-htmx" hx-encoding="multipart/form-data" hx-trigger="change" hx-target="#htmx-answer">
    <input type="file" multiple name="photo" id="htmx-input"></form><span id="htmx-answer"></span></p>
  <turbo-frame id="turbo"><form id="turbo-form" method="post" enctype="multipart/form-data" action="${url}-turbo">
    <input type="file" multiple name="photo" id="turbo-input"></form></turbo-frame>
  <div id="livewire"><form><input type="file" multiple name="photo" id="livewire-input"></form></div>`
htmx.process(root)
root.querySelector('#turbo-input').addEventListener('change', ({ target }) => target.form.requestSubmit())

/** Livewire's way: any change goes to the server, and the answer's markup takes the place of the form's. */
const livewire = root.querySelector('#livewire')
const draw = () => {
  livewire.innerHTML = '<form><input type="file" multiple name="photo" id="livewire-input"></form>'
}
livewire.addEventListener('change', async ({ target }) => {
  const body = new FormData(target.form)
  await fetch(`${url}-livewire`, { method: 'POST', body })
  draw()
})
/** And its server may draw it anew at any time. */
setInterval(() => {
  if (livewire.querySelector('input').files.length === 0) draw()
}, 700)
