import { readdirSync, readFileSync } from 'node:fs'
import { createWords, type Words } from '../src/words/words'
import { compileMessages } from './compile-words'

/** The words of one language for programs that run in Node, where no bundler compiles them. */
export function wordsFromDisk(language = 'en'): Words {
  const file = new URL(`../src/words/${language}.json`, import.meta.url)
  return createWords(language, compileMessages(JSON.parse(readFileSync(file, 'utf8'))))
}

/** BCP 47 names of the languages that have a file. */
export function languagesOnDisk(): string[] {
  const names = readdirSync(new URL('../src/words/', import.meta.url))
  return names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length))
}
