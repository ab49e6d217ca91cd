import { render } from 'preact'
import '../../src/ui/tokens.css'
import '../../src/ui/base.css'
import '../../src/ui/field.css'
import { Options } from '../../src/options/options'
import { language } from '../../src/settings/settings'
import { speak, WordsProvider } from '../../src/ui/words-context'
import { loadWords } from '../../src/words/languages'
import '../../src/options/options.css'

/** Draws the page in a language, and again when the parent chooses another. */
async function draw(setting: string): Promise<void> {
  const words = await loadWords(setting)
  speak(words)
  document.title = `PausePhoto – ${words.t('options.title')}`
  render(
    <WordsProvider value={words}>
      <Options />
    </WordsProvider>,
    document.body,
  )
}

language.watch((setting) => void draw(setting))
await draw(await language.getValue())
