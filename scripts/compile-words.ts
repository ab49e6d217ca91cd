import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import type { Plugin } from 'vite'

/** A message without placeholders stays a string; the others become the parser's syntax tree. */
export type CompiledMessage = string | MessageFormatElement[]
export type CompiledMessages = Record<string, CompiledMessage>

/**
 * Parses every ICU message of one language, so that no parser is needed where the words are used.
 * @throws {SyntaxError} naming the key when a message is not valid ICU MessageFormat.
 */
export function compileMessages(messages: Record<string, string>): CompiledMessages {
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, compileMessage(key, message)]))
}

function compileMessage(key: string, message: string): CompiledMessage {
  try {
    const tree = parse(message, { ignoreTag: true, requiresOtherClause: true, captureLocation: false })
    const [only] = tree
    return tree.length === 1 && only?.type === TYPE.literal ? only.value : tree
  } catch (error) {
    throw new SyntaxError(`${key}: ${error instanceof Error ? error.message : error} in “${message}”`)
  }
}

const WORDS_FILE = /\/src\/words\/[a-z]{2,3}(-[A-Za-z]+)*\.json$/
/** Asks for what a language calls itself: `fr.json?name` is 'français'. */
const NAME_OF_LANGUAGE = /\/src\/words\/([\w-]+)\.json\?name$/
const PARSER = /^@formatjs\/icu-messageformat-parser$/

/** Made once here: browsers take a quarter of a second on a slow phone to make the names of all languages. */
const nameOf = (language: string) => new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language

/**
 * Vite plugin: `src/words/*.json` arrive compiled, `?name` behind one is the name of its language, and in a build the message formatter
 * comes without its parser.
 */
export function compileWords(): Plugin {
  return {
    name: 'compile-words',
    enforce: 'pre',
    config: (_, { command }) =>
      command === 'build'
        ? { resolve: { alias: [{ find: PARSER, replacement: '@formatjs/icu-messageformat-parser/no-parser.js' }] } }
        : {},
    transform(code, id) {
      const [, language] = NAME_OF_LANGUAGE.exec(id) ?? []
      if (language) return { code: `export const name = ${JSON.stringify(nameOf(language))}`, map: null }
      if (!WORDS_FILE.test(id)) return undefined
      return { code: JSON.stringify(compileMessages(JSON.parse(code))), map: null }
    },
  }
}
