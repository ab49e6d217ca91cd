import { render } from 'preact'
import '../../src/ui/tokens.css'
import '../../src/ui/base.css'
import { Popup } from '../../src/popup/popup'
import { language } from '../../src/settings/settings'
import { speak, WordsProvider } from '../../src/ui/words-context'
import { loadWords } from '../../src/words/languages'
import '../../src/popup/popup.css'

const words = await loadWords(await language.getValue())
speak(words)
render(
  <WordsProvider value={words}>
    <Popup />
  </WordsProvider>,
  document.body,
)
