import { createWords, type Messages, type Words } from './words'

/** Every language that has a file here; adding one needs no other change. */
const FILES = import.meta.glob<Messages>('./*.json', { import: 'default' })
/** What each language calls itself, in its own words; made when the page is built. */
const NAMES = import.meta.glob<string>('./*.json', { import: 'name', query: '?name', eager: true })

const nameOf = (path: string) => path.slice('./'.length, -'.json'.length)

/** BCP 47 names, in alphabetical order: ['en', 'fr']. */
export const LANGUAGES: readonly string[] = Object.keys(FILES).map(nameOf).sort()

/** What a language calls itself, for the language switch: 'français'. */
export function nameOfLanguage(language: string): string {
  return NAMES[`./${language}.json`] ?? language
}

/**
 * The language to speak, and the locale for dates and numbers.
 * @param setting a language of ours, or 'auto' to follow the browser.
 * @param preferred BCP 47, most wanted first, as in `navigator.languages`.
 */
export function chooseLanguage(
  setting: string,
  preferred: readonly string[],
  known: readonly string[] = LANGUAGES,
): { readonly language: string; readonly locale: string } {
  const language =
    known.find((name) => name === setting) ?? preferred.map((wish) => matching(wish, known)).find(Boolean) ?? 'en'
  return { language, locale: preferred.find((wish) => matching(wish, known) === language) ?? language }
}

function matching(wish: string, known: readonly string[]): string | undefined {
  const wanted = wish.toLowerCase()
  return known.find((name) => name.toLowerCase() === wanted) ?? known.find((name) => name === wanted.replace(/-.*/, ''))
}

/** Loads the words for a setting ('auto' or a language) and the browser's preferences. */
export async function loadWords(setting = 'auto', preferred: readonly string[] = navigator.languages): Promise<Words> {
  const { language, locale } = chooseLanguage(setting, preferred)
  const load = FILES[`./${language}.json`]
  if (!load) throw new Error(`no words in ${language}`)
  return createWords(language, await load(), locale)
}
