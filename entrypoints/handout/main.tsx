import { render } from 'preact'
import { HandoutPage } from '../../src/handout/handout-page'
import { language } from '../../src/settings/settings'
import { speak, WordsProvider } from '../../src/ui/words-context'
import { loadWords } from '../../src/words/languages'

/** Draws the sheet in a language, and again in another; the setting stays as it is. */
async function draw(setting: string): Promise<void> {
  const words = await loadWords(setting)
  speak(words)
  // Browsers propose it as the name of the printed file.
  document.title = `PausePhoto – ${words.t('handout.title')}`
  render(
    <WordsProvider value={words}>
      <HandoutPage preferred={navigator.languages} speak={(name) => void draw(name)} print={() => window.print()} />
    </WordsProvider>,
    document.body,
  )
}

await draw(await language.getValue())
