import { readdirSync, readFileSync } from 'node:fs'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, test } from 'vitest'
import { compileMessages } from '../../../scripts/compile-words'
import { wordsFromDisk } from '../../../scripts/words-from-disk'
import { chooseLanguage, LANGUAGES, loadWords } from '../../../src/words/languages'
import { createWords } from '../../../src/words/words'

const folder = new URL('../../../src/words/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const messagesOf = (file: string): Record<string, string> => JSON.parse(readFileSync(new URL(file, folder), 'utf8'))
const english = messagesOf('en.json')

/** Words that are the same in English and in another language, so that an equal message is no sign of a missing translation. */
const SAME_IN: Record<string, string[]> = { de: ['pause.details'], nl: ['pause.details', 'popup.help'] }

/** How a language would speak to somebody whom it addresses otherwise: formally or as a friend. */
const OTHER_ADDRESS: Readonly<Record<string, RegExp>> = {
  ar: /(?<!\p{L})(?:اختر|افتح|اضغط|احفظ|ابحث|انظر|غطِّ\p{L}*|تحقّق|يمكنك|صورك|حسابك|متصفحك)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:du|dich|dir|dein\p{L}*)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:ustede?s?|compruébelo|cubra|cúbral[oa]s?|abra)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:tu|toi|ton|ta|tes)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:anche lei|l[oi] copra|copra|controlli|apra|la sua foto)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:u|uw|uzelf)(?!\p{L})/iu,
}

describe('every language', () => {
  test('is offered', () => {
    expect(files.map((file) => file.replace('.json', '')).sort()).toEqual(LANGUAGES)
    expect(LANGUAGES).toEqual(expect.arrayContaining(['en', 'fr']))
  })

  test.each(files)('%s has every key and no other, and no line twice', (file) => {
    expect(Object.keys(messagesOf(file))).toEqual(Object.keys(english))
    const text = readFileSync(new URL(file, folder), 'utf8')
    expect(text.match(/^ {2}"[^"]+":/gm)).toHaveLength(Object.keys(english).length)
  })

  test.each(Object.entries(OTHER_ADDRESS))('%s speaks to the parent in one way', (language, other) => {
    const mixed = Object.entries(messagesOf(`${language}.json`)).filter(([, message]) => other.test(message))
    expect(mixed).toEqual([])
  })

  test.each(files)('%s says the same values as English, and asks for no others', (file) => {
    for (const [key, message] of Object.entries(messagesOf(file))) {
      const [here, reference] = [valuesIn(treeOf(message)), valuesIn(treeOf(english[key] ?? ''))]
      expect(here.printed, key).toEqual(reference.printed)
      expect([...reference.printed, ...reference.choosing], key).toEqual(expect.arrayContaining(here.choosing))
    }
  })

  test.each(files)('%s has the plural forms of its language and no others', (file) => {
    const forms = new Intl.PluralRules(file.replace('.json', '')).resolvedOptions().pluralCategories.sort()
    for (const [key, message] of Object.entries(messagesOf(file))) {
      for (const plural of pluralsIn(treeOf(message))) {
        expect(plural.filter((form) => !form.startsWith('=')).sort(), key).toEqual(forms)
      }
    }
  })

  test.each(files.filter((file) => file !== 'en.json'))('%s leaves nothing in English', (file) => {
    const same = Object.entries(messagesOf(file)).filter(([key, message]) => message === english[key])
    expect(same.map(([key]) => key)).toEqual(SAME_IN[file.replace('.json', '')] ?? [])
  })
})

test('a message that is not valid names its key', () => {
  expect(() => compileMessages({ 'some.key': 'half {open' })).toThrow(/some\.key/)
})

test('the bundler and Node compile the same words', async () => {
  const bundled = await loadWords('fr', [])
  const fromDisk = wordsFromDisk('fr')
  expect(bundled.t('finding.unknown', { bytes: 2, label: 'APP9' })).toBe(
    fromDisk.t('finding.unknown', { bytes: 2, label: 'APP9' }),
  )
})

test('the checker counts all files, not those in which something was found', () => {
  expect(wordsFromDisk('en').t('checker.summary', { found: 0, total: 5 })).toBe('Nothing was found in these 5 files.')
  expect(wordsFromDisk('fr').t('checker.summary', { found: 0, total: 5 })).toContain('dans ces 5 fichiers')
})

test('a sentence without one of its values is a mistake of ours, not a sentence with a hole', () => {
  expect(() => wordsFromDisk('en').t('finding.time')).toThrow()
})

test('what a file says stays text, whatever it looks like', () => {
  const words = createWords('en', compileMessages({ 'finding.time': 'On {when}' }))
  expect(words.t('finding.time', { when: '<b>{x}</b> #' })).toBe('On <b>{x}</b> #')
})

test.each([
  ['auto', ['fr-BE', 'en'], 'fr', 'fr-BE'],
  ['auto', ['zz', 'en-GB'], 'en', 'en-GB'],
  ['auto', ['zz'], 'en', 'en'],
  ['fr', ['en-GB'], 'fr', 'fr'],
  ['gone', ['fr-CA'], 'fr', 'fr-CA'],
])('setting %s and browser %j speak %s', (setting, preferred, language, locale) => {
  expect(chooseLanguage(setting, preferred, ['en', 'fr'])).toEqual({ language, locale })
})

test('the direction of writing is known', () => {
  expect(createWords('ar', {}).direction).toBe('rtl')
  expect(createWords('fr', {}).direction).toBe('ltr')
})

/** Names of the values a message puts into its text, and of those by which it only chooses a form. */
function valuesIn(tree: MessageFormatElement[]): { printed: string[]; choosing: string[] } {
  const printed = new Set<string>()
  const choosing = new Set<string>()
  const walk = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      if (element.type === TYPE.select) choosing.add(element.value)
      else printed.add(element.value)
      if ('options' in element) for (const option of Object.values(element.options)) walk(option.value)
    }
  }
  walk(tree)
  return { printed: [...printed].sort(), choosing: [...choosing].sort() }
}

const treeOf = (message: string) => parse(message, { ignoreTag: true })

function pluralsIn(tree: MessageFormatElement[]): string[][] {
  return tree.flatMap((element) => {
    if (!('options' in element)) return []
    const inside = Object.values(element.options).flatMap((option) => pluralsIn(option.value))
    return 'pluralType' in element ? [Object.keys(element.options), ...inside] : inside
  })
}
