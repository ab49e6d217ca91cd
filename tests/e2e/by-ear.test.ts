import { beforeAll, describe, expect, it } from 'vitest'
import { readAloud } from '../support/read-aloud'
import { statesInChromium } from '../support/states-in-chromium'

const open = statesInChromium()

/** The way from the installation to the last ten in the popup: of a photo from the first word to the last, and of several. */
const PATH = {
  welcome: ['start', 'tried'],
  pause: [
    'looking',
    'single whose place was given a name, with the map',
    'single with a hidden video',
    'many',
    'one of many',
    'can be redrawn',
    'account after cleaning',
    'notice',
    'notice of an earlier answer',
    'not taken by the page',
    'failed',
  ],
  popup: ['watched', 'with the last ones'],
} as const
const PLACES = Object.entries(PATH).flatMap(([page, states]) => states.map((state) => ({ page, state })))
/** In the pause, what lies beside the page is no dialog. */
const DIALOGS = PATH.pause.filter((state) => !/^not/.test(state))

/** What an element is called that has no name: nobody who listens could press it. */
const UNNAMED = /^\s*(button|link|checkbox|radio|image|dialog|switch):( \(|$)/

const headOf = ({ page, state }: (typeof PLACES)[number]) => `# ${page}: ${state}`

describe.each(['en', 'fr'])('read aloud in %s, the way of a photo', (language) => {
  let aloud: Record<string, string[]>

  beforeAll(async () => {
    aloud = {}
    for (const page of Object.keys(PATH)) {
      const { tab } = await open(page, { width: 1280, height: 800 })
      for (const place of PLACES.filter((one) => one.page === page)) {
        await tab.evaluate(`show(${JSON.stringify(place.state)}, ${JSON.stringify(language)})`)
        aloud[headOf(place)] = await readAloud(tab)
      }
      await tab.close()
    }
  })

  it('says the same, in the same order, as the last time somebody listened', async () => {
    const transcript = PLACES.map(headOf)
      .map((head) => [head, ...(aloud[head] ?? [])].join('\n'))
      .join('\n\n')
    await expect(`${transcript}\n`).toMatchFileSnapshot(`../ear/${language}.txt`)
  })

  it('has a name for everything that can be pressed or looked at', () => {
    expect(Object.values(aloud).flatMap((lines) => lines.filter((line) => UNNAMED.test(line)))).toEqual([])
  })

  it.each(DIALOGS)('begins “%s” with the dialog, named by its headline', (state) => {
    const lines = (aloud[headOf({ page: 'pause', state })] ?? []).map((line) => line.trim())
    const [, named = ''] = /^dialog: (.+?)(?: \(|$)/.exec(lines.find((line) => line.startsWith('dialog: ')) ?? '') ?? []
    expect(named).not.toBe('')
    expect(lines.some((line) => line.startsWith('heading: ') && line.includes(named))).toBe(true)
  })

  it('says what the photo gives away before it asks what to do', () => {
    const state = 'single whose place was given a name, with the map'
    const lines = (aloud[headOf({ page: 'pause', state })] ?? []).map((line) => line.trim())
    const at = (begin: string) => lines.findIndex((line) => line.startsWith(begin))
    const answers = lines.map((line) => line.startsWith('button: ')).lastIndexOf(true)
    expect(at('heading: ')).toBeGreaterThan(0)
    expect(at('image: ')).toBeGreaterThan(0)
    expect(at('list')).toBeGreaterThan(at('heading: '))
    expect(answers).toBeGreaterThan(at('list'))
  })
})
