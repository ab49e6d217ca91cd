import type { Shelf } from './bundle'

/** A widget or an editor, and where its page takes files. */
export interface Library {
  readonly name: string
  readonly shelf: Shelf
  /** What opens its picker. */
  readonly pick?: string
  /** Where files can be dropped. */
  readonly zone?: string
  /** What is clicked before Ctrl+V. */
  readonly paste?: string
  /** It takes several files at once. */
  readonly several?: true
}

/** What is only to be tried by `npm run test:libraries`, in every way; tests/e2e/libraries.test.ts has the upload widgets. */
export const EDITORS: readonly Library[] = [
  { name: 'tinymce-5', shelf: '', zone: 'iframe', paste: 'iframe' },
  {
    name: 'trix',
    shelf: '',
    pick: '.trix-button--icon-attach',
    zone: 'trix-editor',
    paste: 'trix-editor',
    several: true,
  },
  { name: 'hidden-paste', shelf: '', zone: '#zone', paste: '#zone', several: true },
  { name: 'tinymce', shelf: '', zone: 'iframe', paste: 'iframe' },
  { name: 'quill', shelf: '', pick: '.ql-image', zone: '.ql-editor', paste: '.ql-editor' },
  { name: 'tiptap', shelf: '', zone: '.tiptap', paste: '.tiptap' },
  { name: 'ckeditor', shelf: '', pick: '.ck-file-dialog-button', zone: '.ck-content', paste: '.ck-content' },
  { name: 'lexical', shelf: '', zone: '#zone', paste: '#zone', several: true },
  { name: 'tinymce-4', shelf: 'more', zone: 'iframe', paste: 'iframe' },
  { name: 'tinymce-6', shelf: 'more', zone: 'iframe', paste: 'iframe' },
  { name: 'tinymce-7', shelf: 'more', zone: 'iframe', paste: 'iframe' },
  { name: 'ckeditor-4', shelf: 'more', zone: 'iframe', paste: 'iframe' },
  { name: 'quill-1', shelf: 'more', pick: '.ql-image' },
  { name: 'draft', shelf: 'more', zone: '[contenteditable]', paste: '[contenteditable]', several: true },
  { name: 'slate', shelf: 'more', zone: '[contenteditable]', paste: '[contenteditable]', several: true },
  // What is dropped falls on an overlay that comes when something is dragged over it.
  { name: 'summernote', shelf: 'more', paste: '.note-editable' },
  { name: 'jquery-ui-dialog', shelf: 'more', pick: '#pick' },
]

/** Plain inputs of frameworks, by the page they are on. */
export const INPUTS: readonly (readonly [page: string, shelf: Shelf, inputs: readonly string[]])[] = [
  ['frameworks', '', ['react', 'react-18', 'vue', 'svelte']],
  ['zone', '', ['zone', 'zone-property']],
  ['older-frameworks', 'more', ['react-17', 'react-16', 'vue-2']],
  ['components', 'more', ['lit', 'stencil', 'angular']],
  ['server-drawn', 'more', ['htmx', 'turbo', 'livewire']],
]
