import { expect, test } from 'vitest'
import { languageOf } from '../../../../scripts/check/language-of'

const KNOWN = ['en', 'fr', 'pt-BR']

test.each([
  [{ LANG: 'fr_BE.UTF-8' }, 'fr'],
  [{ LANG: 'fr' }, 'fr'],
  [{ LANG: 'pt_BR@latin' }, 'pt-BR'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'fr_FR', LC_ALL: 'en_GB' }, 'en'],
  [{ LANG: 'fr_FR', LC_ALL: '' }, 'fr'],
  [{}, 'en'],
])('%j speaks %s', (env, language) => {
  expect(languageOf(env, KNOWN)).toBe(language)
})
