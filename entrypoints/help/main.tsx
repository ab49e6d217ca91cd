import { render } from 'preact'
import { HelpPage } from '../../src/help/help-page'
import { language } from '../../src/settings/settings'
import { speak, WordsProvider } from '../../src/ui/words-context'
import { loadWords } from '../../src/words/languages'

const words = await loadWords(await language.getValue())
speak(words)
render(
  <WordsProvider value={words}>
    <HelpPage preferred={navigator.languages} />
  </WordsProvider>,
  document.body,
)
