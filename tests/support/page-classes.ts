import { vi } from 'vitest'

/**
 * The classes of a page that page-world code takes its functions from, as little of them as it needs, on Node's own EventTarget and
 * Event. To be called before the first import of src/page-world, which looks at them once.
 */
export function stubPageClasses(): void {
  class Node extends EventTarget {
    root: Node | null = null
    owner: object | null = null
    connected = false
    getRootNode(): Node {
      return this.root ?? this
    }
    get isConnected() {
      return this.connected
    }
    get ownerDocument() {
      return this.owner ?? document
    }
    get parentElement() {
      return null
    }
  }
  class Element extends Node {
    get id() {
      return ''
    }
    get localName() {
      return 'input'
    }
    get shadowRoot() {
      return null
    }
    attachShadow() {}
  }
  class HTMLElement extends Element {
    click() {}
    get isContentEditable() {
      return false
    }
  }
  class FileList {
    [index: number]: File
    readonly #files: readonly File[]
    constructor(files: readonly File[]) {
      this.#files = files
      Object.assign(this, files)
    }
    get length() {
      return this.#files.length
    }
  }
  class DataTransferItemList {
    readonly added: File[] = []
    get length() {
      return this.added.length
    }
    add(file: File) {
      this.added.push(file)
    }
  }
  class DataTransfer {
    readonly #items = new DataTransferItemList()
    get items() {
      return this.#items
    }
    get files() {
      return new FileList(this.#items.added)
    }
    get types() {
      return []
    }
    getData() {
      return ''
    }
    setData() {}
  }
  class HTMLCollection {
    readonly all: HTMLInputElement[] = []
    get length() {
      return this.all.length
    }
    item(index: number) {
      return this.all[index] ?? null
    }
  }
  class HTMLFormElement extends HTMLElement {
    readonly sent: unknown[] = []
    readonly #elements = new HTMLCollection()
    get elements() {
      return this.#elements
    }
    submit() {
      this.sent.push('submit')
    }
    requestSubmit(submitter: unknown) {
      this.sent.push(submitter ?? 'requestSubmit')
    }
  }
  class FormDataEvent extends Event {
    readonly #data: FormData
    constructor(type: string, { formData }: { readonly formData: FormData }) {
      super(type)
      this.#data = formData
    }
    get formData() {
      return this.#data
    }
  }
  class HTMLInputElement extends HTMLElement {
    #name = ''
    #files = new FileList([])
    #type = 'file'
    get files() {
      return this.#type === 'file' ? this.#files : null
    }
    set files(list: FileList | null) {
      if (list) this.#files = list
    }
    get value() {
      return this.#files[0] ? `C:\\fakepath\\${this.#files[0].name}` : ''
    }
    set value(_: string) {
      this.#files = new FileList([])
    }
    get type() {
      return this.#type
    }
    set type(type: string) {
      this.#type = type
    }
    get checked() {
      return false
    }
    set checked(_: boolean) {}
    get name() {
      return this.#name
    }
    set name(name: string) {
      this.#name = name
    }
    get form() {
      return null
    }
    get webkitEntries() {
      return []
    }
  }
  class Lists {
    get length() {
      return 0
    }
    item() {
      return null
    }
  }
  class Document extends Node {
    querySelectorAll() {
      return new NodeList()
    }
    elementFromPoint() {
      return null
    }
    get activeElement() {
      return null
    }
    getSelection() {
      return null
    }
    execCommand() {}
    get defaultView() {
      return globalThis
    }
  }
  class NodeList extends Lists {}
  class DocumentFragment extends Node {
    querySelectorAll() {
      return new NodeList()
    }
  }
  class ShadowRoot extends DocumentFragment {
    get host() {
      return null
    }
    elementFromPoint() {
      return null
    }
  }
  class Selection {
    get anchorNode() {
      return null
    }
  }
  class SubmitEvent extends Event {
    get submitter() {
      return null
    }
  }
  class MessageEvent extends Event {
    readonly #init: { readonly data?: unknown; readonly ports?: readonly unknown[] }
    constructor(
      type: string,
      init: { readonly data?: unknown; readonly ports?: readonly unknown[]; cancelable?: boolean },
    ) {
      super(type, init)
      this.#init = init
    }
    get data() {
      return this.#init.data
    }
    get ports() {
      return this.#init.ports ?? []
    }
  }
  const document = new Document()
  const webkitRelativePath = { configurable: true, get: () => '' }
  if (!('webkitRelativePath' in File.prototype))
    Object.defineProperty(File.prototype, 'webkitRelativePath', webkitRelativePath)
  const classes = {
    Node,
    Element,
    HTMLElement,
    HTMLInputElement,
    HTMLFormElement,
    HTMLCollection,
    FormDataEvent,
    FileList,
    DataTransfer,
    DataTransferItemList,
    Document,
    DocumentFragment,
    NodeList,
    ShadowRoot,
    Selection,
    SubmitEvent,
    MessageEvent,
    document,
    confirm: () => false,
    FOR_FIREFOX: false,
  }
  for (const [name, value] of Object.entries(classes)) vi.stubGlobal(name, value)
}
