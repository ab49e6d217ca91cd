import { sendChosen } from '../../pages/where.js'

/** Its own build is a script that makes a global, and its templates are compiled by another. */
const load = (src) =>
  new Promise((done) => document.head.append(Object.assign(document.createElement('script'), { src, onload: done })))
await load('/ember/ember.debug.js')
await load('/ember/ember-template-compiler.js')

const { Ember } = window
Ember.TEMPLATES.application = Ember.HTMLBars.compile(
  '<input type="file" multiple id="ember-input" {{on "change" this.take}}>',
)
const App = Ember.Application.create({ rootElement: '#root' })
App.Router = Ember.Router.extend({ location: 'none' })
App.ApplicationController = Ember.Controller.extend({ take: ({ target }) => sendChosen('ember', target.files) })
