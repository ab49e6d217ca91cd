import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleLibraries, serveLibraries } from '../libraries/bundle'
import { type Tab, until } from '../support/browsers'
import { eachBrowser } from '../support/each-browser'
import type { LocalSite } from '../support/local-site/local-site'
import { takeTusUploads } from '../support/local-site/tus'
import { makePhoto } from '../support/made-photos'
import { WITH_PLACE, WITH_PLACE_SIZE } from '../support/photos'
import { placeTags } from '../support/place-tags'
import { recordedBy } from '../support/recorded'

interface Library {
  readonly name: string
  /** What opens its picker; absent where files only come in by drop and paste. */
  readonly pick?: string
  /** Where files can be dropped. */
  readonly zone?: string
  /** The preview it shows of a chosen picture. */
  readonly preview?: string
  /** It tells its page how far an upload is. */
  readonly progress?: true
  /** It cuts a file into several requests. */
  readonly chunks?: true
}

const LIBRARIES: readonly Library[] = [
  {
    name: 'uppy',
    pick: '.uppy-Dashboard-browse',
    zone: '.uppy-Dashboard-inner',
    preview: '.uppy-Dashboard-Item-previewImg',
    progress: true,
  },
  { name: 'dropzone', pick: '#root', zone: '#root', preview: '.dz-image img[src]', progress: true, chunks: true },
  { name: 'filepond', pick: '.filepond--label-action', zone: '.filepond--root', progress: true },
  { name: 'react-dropzone', pick: '#zone', zone: '#zone', preview: '#zone img' },
  { name: 'antd', pick: '#pick', zone: '#pick', preview: '.ant-upload-list-item-thumbnail img', progress: true },
  {
    name: 'element-plus',
    pick: '.el-upload-dragger',
    zone: '.el-upload-dragger',
    preview: '.el-upload-list__item-thumbnail',
    progress: true,
  },
  { name: 'primevue', pick: '#root button', progress: true },
  { name: 'fine-uploader', pick: '#pick', zone: '#zone', progress: true, chunks: true },
  { name: 'jquery-file-upload', pick: '#pick', zone: '#zone', progress: true },
  { name: 'tus', pick: '#pick', progress: true, chunks: true },
  { name: 'quill', pick: '.ql-image', zone: '.ql-editor', preview: '.ql-editor img' },
  { name: 'tiptap', zone: '.tiptap', preview: '.tiptap img' },
  { name: 'ckeditor', pick: '.ck-file-dialog-button', zone: '.ck-content', preview: '.ck-content img' },
  { name: 'tinymce', zone: 'iframe' },
  { name: 'lexical', zone: '#zone' },
]

/** Plain file inputs of frameworks, by the page they are on: each is cancelled once, then chosen again. */
const FRAMEWORKS = [
  ['frameworks', ['react', 'react-18', 'vue', 'svelte']],
  ['zone', ['zone', 'zone-property']],
] as const

let folder: string
beforeAll(async () => {
  await bundleLibraries()
  folder = await mkdtemp(join(tmpdir(), 'pausephoto-libraries-'))
}, 600_000)
afterAll(() => rm(folder, { recursive: true }))

async function prepare(site: LocalSite): Promise<void> {
  serveLibraries(site)
  takeTusUploads(site)
}

const happened = (tab: Tab, what: string) =>
  tab.evaluate<boolean>(`Number(document.documentElement.dataset.${what} ?? 0) > 0`)

async function expectNothingSeen(tab: Tab): Promise<void> {
  const { files, bytes } = await recordedBy(tab)
  expect(files).toEqual([])
  expect(bytes).toEqual([])
}

eachBrowser(
  'libraries',
  (stage) => {
    /** The file a case sent, put together from its pieces. */
    const receivedBy = (ofCase: string) => Buffer.concat(stage.site.uploads(ofCase).map(({ bytes }) => bytes))
    const expectCleanCopyToArrive = async (tab: Tab, library: Library, ofCase: string) => {
      await until(`${library.name} to send`, () => happened(tab, 'sent'))
      const received = receivedBy(ofCase)
      expect(received.length).toBeGreaterThan(0.8 * WITH_PLACE_SIZE)
      expect(received.length).toBeLessThan(WITH_PLACE_SIZE)
      expect(await placeTags(received)).toEqual([])
      if (library.chunks) expect(stage.site.uploads(ofCase).length + Number(library.name === 'tus')).toBeGreaterThan(1)
      if (library.progress) expect(await happened(tab, 'progress')).toBe(true)
      const { preview } = library
      if (preview)
        await until(`${library.name}'s preview`, () =>
          tab.evaluate(`document.querySelector(${JSON.stringify(preview)}) !== null`),
        )
    }

    const open = async (library: Library, ofCase: string) => {
      const tab = await stage.open(`served/${library.name}.html`, ofCase)
      const there = (selector: string) => () =>
        tab.evaluate<boolean>(`document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect().width > 0`)
      for (const selector of [library.pick, library.zone])
        if (selector) await until(`${library.name}'s ${selector}`, there(selector))
      return tab
    }

    // A library's picker in one browser, its zone in the other: tests/libraries tries every way in both.
    const inTurn = LIBRARIES.map((library, index) => ({
      ...library,
      picksHere: (index % 2 === 0) === (stage.name === 'chromium'),
    }))
    const picking = inTurn.filter(({ pick, picksHere }) => pick && picksHere)
    it.each(picking)('$name: a click, cancelled, then taken out', async (library) => {
      const ofCase = `${stage.name}-${library.name}-pick`
      const tab = await open(library, ofCase)
      await tab.choose(library.pick ?? '', [WITH_PLACE])
      const first = await tab.pause()
      await expectNothingSeen(tab)
      await first.press('cancel')
      await until('the pause to close', async () => !(await tab.isPaused()))
      expect(receivedBy(ofCase).length).toBe(0)

      await tab.choose(library.pick ?? '', [WITH_PLACE])
      const second = await tab.pause()
      await expectNothingSeen(tab)
      await second.press('clean')
      await stage.settle(tab)
      await expectCleanCopyToArrive(tab, library, ofCase)
      await tab.close()
    })

    const dropping = inTurn.filter(({ zone, picksHere }) => zone && !picksHere)
    it.each(dropping)('$name: a drop, cancelled, then taken out', async (library) => {
      const ofCase = `${stage.name}-${library.name}-drop`
      const tab = await open(library, ofCase)
      await tab.drop(library.zone ?? '', [WITH_PLACE])
      const first = await tab.pause()
      await expectNothingSeen(tab)
      await first.press('cancel')
      await until('the pause to close', async () => !(await tab.isPaused()))
      expect(receivedBy(ofCase).length).toBe(0)

      await tab.drop(library.zone ?? '', [WITH_PLACE])
      const second = await tab.pause()
      await second.press('clean')
      await stage.settle(tab)
      await expectCleanCopyToArrive(tab, library, ofCase)
      await tab.close()
    })

    it.each(FRAMEWORKS)('%s: plain inputs, cancelled, then taken out', async (page, inputs) => {
      const ofCase = `${stage.name}-${page}`
      const tab = await stage.open(`served/${page}.html`, ofCase)
      const expectUnseen = async (photo: string) => {
        const { size } = await stat(photo)
        const { files, bytes } = await recordedBy(tab)
        expect(files.map((file) => file.size)).not.toContain(size)
        expect(bytes.map(({ length }) => length)).not.toContain(size)
      }
      for (const input of inputs) {
        const photo = await makePhoto(folder, `${stage.name}-${input}.jpg`, { place: true })
        const selector = `#${input}-input`
        await until(selector, () => tab.evaluate(`document.querySelector('${selector}') !== null`))
        await tab.choose(selector, [photo])
        await (await tab.pause()).press('cancel')
        await until('the pause to close', async () => !(await tab.isPaused()))
        await tab.choose(selector, [photo])
        const pause = await tab.pause()
        await expectUnseen(photo)
        await pause.press('clean')
        await stage.settle(tab)
        await until(`an upload of ${input}`, async () => receivedBy(`${ofCase}-${input}`).length > 0)
        await expectUnseen(photo)
        expect(stage.site.uploads(`${ofCase}-${input}`)).toHaveLength(1)
        expect(await placeTags(receivedBy(`${ofCase}-${input}`))).toEqual([])
      }
      await tab.close()
    })
  },
  { prepare },
)
