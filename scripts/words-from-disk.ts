import { readFileSync } from 'node:fs'
import { createWords, type Words } from '../src/words/words'
import { compileMessages } from './compile-words'

/** The words of one language for programs that run in Node, where no bundler compiles them. */
export function wordsFromDisk(language = 'en'): Words {
  const file = new URL(`../src/words/${language}.json`, import.meta.url)
  return createWords(language, compileMessages(JSON.parse(readFileSync(file, 'utf8'))))
}
