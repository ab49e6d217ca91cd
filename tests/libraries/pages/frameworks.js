import { createElement } from 'react'
import { createElement as createElement18 } from 'react-18'
import { createRoot } from 'react-dom/client'
import { createRoot as createRoot18 } from 'react-dom-18/client'
import { mount } from 'svelte'
import { createApp } from 'vue/dist/vue.esm-bundler.js'
import FileInput from './file-input.svelte'
import { sendChosen } from './where.js'

/** The plainest file input of each framework, bound the way its documentation says. */
const place = (id) => document.querySelector('#root').appendChild(Object.assign(document.createElement('p'), { id }))
const props = (id) => ({
  type: 'file',
  multiple: true,
  id: `${id}-input`,
  onChange: ({ target }) => sendChosen(id, target.files),
})

createRoot(place('react')).render(createElement('input', props('react')))
createRoot18(place('react-18')).render(createElement18('input', props('react-18')))
createApp({
  template: '<input type="file" multiple id="vue-input" @change="send">',
  methods: { send: ({ target }) => sendChosen('vue', target.files) },
}).mount(place('vue'))
mount(FileInput, { target: place('svelte') })
