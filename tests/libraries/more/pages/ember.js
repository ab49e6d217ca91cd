import { sendChosen } from '../../pages/where.js'

/** Its own build is a script that makes a global; its templates are compiled by another, which is made for Node. */
const load = (src) =>
  new Promise((done) => document.head.append(Object.assign(document.createElement('script'), { src, onload: done })))
await load('/ember/ember.debug.js')
const { Ember } = window
window.module = { exports: {} }
await load('/ember/ember-template-compiler.js')
const { precompile } = window.module.exports
delete window.module

const template = precompile('<input type="file" multiple id="ember-input" {{on "change" this.take}}>')
// biome-ignore lint/security/noGlobalEval: a compiled template is a text with an object in it
Ember.TEMPLATES.application = Ember.HTMLBars.template(window.eval(`(${template})`))
const App = Ember.Application.create({ rootElement: '#root' })
App.Router = Ember.Router.extend({ location: 'none' })
App.ApplicationController = Ember.Controller.extend({ take: ({ target }) => sendChosen('ember', target.files) })
