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
const PARSER = /^@formatjs\/icu-messageformat-parser$/

/**
 * Vite plugin: `src/words/*.json` arrive compiled, and in a build the message formatter comes without its parser.
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
      if (!WORDS_FILE.test(id)) return undefined
      return { code: JSON.stringify(compileMessages(JSON.parse(code))), map: null }
    },
  }
}
