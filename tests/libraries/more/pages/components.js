import 'zone.js'
import '@angular/compiler'
import { Component, provideZoneChangeDetection } from '@angular/core'
import { bootstrapApplication } from '@angular/platform-browser'
import { html, LitElement } from 'lit'
import { sendChosen } from '../../pages/where.js'

class PhotoField extends LitElement {
  render() {
    return html`<input type="file" multiple @change=${({ target }) => sendChosen('lit', target.files)}>`
  }
}
customElements.define('photo-field', PhotoField)

/** What Stencil makes of a component: listeners put on by script in a shadow root, with the node drawn once. */
class StencilField extends HTMLElement {
  connectedCallback() {
    const input = this.attachShadow({ mode: 'open' }).appendChild(document.createElement('input'))
    input.type = 'file'
    input.multiple = true
    input.addEventListener('change', ({ target }) => sendChosen('stencil', target.files), false)
  }
}
customElements.define('stencil-field', StencilField)

const root = document.querySelector('#root')
root.innerHTML = `<style>photo-field, stencil-field { display: inline-block }</style>
  <p><photo-field id="lit-input"></photo-field></p><p><stencil-field id="stencil-input"></stencil-field></p>
  <p><angular-field></angular-field></p>`

class AngularField {
  send({ target }) {
    return sendChosen('angular', target.files)
  }
}
const Field = Component({
  selector: 'angular-field',
  template: '<input type="file" multiple id="angular-input" (change)="send($event)">',
})(AngularField)
void bootstrapApplication(Field ?? AngularField, { providers: [provideZoneChangeDetection()] })
