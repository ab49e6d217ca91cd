import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Words } from '../words/words'

const WordsContext = createContext<Words | null>(null)

/** Everything below it speaks these words. */
export const WordsProvider = WordsContext.Provider

export function useWords(): Words {
  const words = useContext(WordsContext)
  if (!words) throw new Error('no words around this component')
  return words
}

/** Tells the browser and screen readers which language the page speaks, and which way it is written. */
export function speak(words: Words, root: HTMLElement = document.documentElement): void {
  root.lang = words.language
  root.dir = words.direction
}
