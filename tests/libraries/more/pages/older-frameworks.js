import { createElement as createElement17 } from 'react'
import { createElement as createElement16 } from 'react-16'
import { render as render17 } from 'react-dom'
import { render as render16 } from 'react-dom-16'
import Vue from 'vue-2/dist/vue.esm.js'
import { sendChosen } from '../../pages/where.js'

const place = (id) => document.querySelector('#root').appendChild(Object.assign(document.createElement('p'), { id }))
const props = (id) => ({
  type: 'file',
  multiple: true,
  id: `${id}-input`,
  onChange: ({ target }) => sendChosen(id, target.files),
})

render17(createElement17('input', props('react-17')), place('react-17'))
render16(createElement16('input', props('react-16')), place('react-16'))
new Vue({
  el: place('vue-2').appendChild(document.createElement('i')),
  template: '<input type="file" multiple id="vue-2-input" @change="send">',
  methods: { send: ({ target }) => sendChosen('vue-2', target.files) },
})
