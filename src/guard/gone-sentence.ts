import { gone as ar } from '../../public/_locales/ar/messages.json'
import { gone as de } from '../../public/_locales/de/messages.json'
import { gone as en } from '../../public/_locales/en/messages.json'
import { gone as es } from '../../public/_locales/es/messages.json'
import { gone as fr } from '../../public/_locales/fr/messages.json'
import { gone as it } from '../../public/_locales/it/messages.json'
import { gone as nl } from '../../public/_locales/nl/messages.json'
import { gone as ptBr } from '../../public/_locales/pt_BR/messages.json'
import { gone as pt } from '../../public/_locales/pt_PT/messages.json'

const SENTENCES: Readonly<Record<string, { readonly message: string }>> = { ar, de, es, fr, it, nl, 'pt-br': ptBr, pt }

/**
 * Returns what the browser's own box asks once the extension is gone, in the browser's language. The browser would tell it too, but
 * Chromium's page waits for another process meanwhile, at the start of every page.
 */
export function goneSentence(language = navigator.language): string {
  const tag = language.toLowerCase()
  return (SENTENCES[tag] ?? SENTENCES[tag.replace(/-.*/, '')] ?? en).message
}
