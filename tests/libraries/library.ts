import type { Shelf } from './bundle'

/** A widget or an editor, and where its page takes files. */
export interface Library {
  readonly name: string
  readonly shelf: Shelf
  /** What opens its picker. */
  readonly pick?: string
  /** What shows that again once the widget holds a file. */
  readonly more?: string
  /** Where files can be dropped. */
  readonly zone?: string
  /** What is clicked before Ctrl+V. */
  readonly paste?: string
  /** It takes several files at once. */
  readonly several?: true
  /** The preview it shows of a chosen picture. */
  readonly preview?: string
  /** It tells its page how far an upload is. */
  readonly progress?: true
  /** It cuts a file into several requests. */
  readonly chunks?: true
}

export const UPPY: Library = {
  name: 'uppy',
  shelf: '',
  pick: '.uppy-Dashboard-browse',
  more: '.uppy-DashboardContent-addMore',
  zone: '.uppy-Dashboard-inner',
  preview: '.uppy-Dashboard-Item-previewImg',
  progress: true,
}
export const DROPZONE: Library = {
  name: 'dropzone',
  shelf: '',
  pick: '#root',
  zone: '#root',
  preview: '.dz-image img[src]',
  progress: true,
  chunks: true,
}
export const QUILL: Library = {
  name: 'quill',
  shelf: '',
  pick: '.ql-image',
  zone: '.ql-editor',
  paste: '.ql-editor',
  preview: '.ql-editor img',
}
export const TINYMCE: Library = { name: 'tinymce', shelf: '', zone: 'iframe', paste: 'iframe' }

/** What has a picker of its own and sends by itself. */
export const WIDGETS: readonly Library[] = [
  UPPY,
  DROPZONE,
  { name: 'filepond', shelf: '', pick: '.filepond--label-action', zone: '.filepond--root', progress: true },
  { name: 'react-dropzone', shelf: '', pick: '#zone', zone: '#zone', preview: '#zone img', several: true },
  {
    name: 'antd',
    shelf: '',
    pick: '#pick',
    zone: '#pick',
    preview: '.ant-upload-list-item-thumbnail img',
    progress: true,
  },
  {
    name: 'element-plus',
    shelf: '',
    pick: '.el-upload-dragger',
    zone: '.el-upload-dragger',
    preview: '.el-upload-list__item-thumbnail',
    progress: true,
  },
  { name: 'primevue', shelf: '', pick: '#root button', progress: true, several: true },
  { name: 'fine-uploader', shelf: '', pick: '#pick', zone: '#zone', progress: true, chunks: true },
  { name: 'jquery-file-upload', shelf: '', pick: '#pick', zone: '#zone', progress: true, several: true },
  { name: 'tus', shelf: '', pick: '#pick', progress: true },
]

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
  TINYMCE,
  QUILL,
  { name: 'tiptap', shelf: '', zone: '.tiptap', paste: '.tiptap', preview: '.tiptap img' },
  { name: 'prosemirror', shelf: '', zone: '.ProseMirror', paste: '.ProseMirror', several: true },
  {
    name: 'ckeditor',
    shelf: '',
    pick: '.ck-file-dialog-button',
    zone: '.ck-content',
    paste: '.ck-content',
    preview: '.ck-content img',
  },
  { name: 'lexical', shelf: '', zone: '#zone', paste: '#zone', several: true },
  { name: 'tinymce-4', shelf: 'more', zone: 'iframe', paste: 'iframe' },
  { name: 'tinymce-6', shelf: 'more', zone: 'iframe', paste: 'iframe' },
  { name: 'tinymce-7', shelf: 'more', zone: 'iframe', paste: 'iframe' },
  { name: 'ckeditor-4', shelf: 'more', zone: 'iframe', paste: 'iframe' },
  { name: 'quill-1', shelf: 'more', pick: '.ql-image' },
  { name: 'draft', shelf: 'more', zone: '[contenteditable]', paste: '[contenteditable]', several: true },
  { name: 'slate', shelf: 'more', zone: '[contenteditable]', paste: '[contenteditable]', several: true },
  // What is dropped falls on an overlay that comes when something is dragged over it.
  { name: 'summernote', shelf: 'more', zone: '.note-editable', paste: '.note-editable' },
  { name: 'jquery-ui-dialog', shelf: 'more', pick: '#pick' },
]

/** Plain inputs of frameworks, by the page they are on. */
export const INPUTS: readonly (readonly [page: string, shelf: Shelf, inputs: readonly string[]])[] = [
  ['frameworks', '', ['react', 'react-18', 'vue', 'svelte']],
  ['zone', '', ['zone', 'zone-property']],
  ['older-frameworks', 'more', ['react-17', 'react-16', 'vue-2']],
  ['components', 'more', ['lit', 'stencil', 'angular']],
  ['ember', 'more', ['ember']],
  ['server-drawn', 'more', ['htmx', 'turbo', 'livewire']],
]
