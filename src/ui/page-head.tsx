import type { WordKey } from '../words/words'
import './page-head.css'
import { useWords } from './words-context'

/** The pages that a parent comes back to, in the order of the popup. */
const PAGES = {
  checker: { path: '/checker.html', name: 'popup.checker' },
  help: { path: '/help.html', name: 'popup.help' },
  options: { path: '/options.html', name: 'popup.options' },
} as const satisfies Record<string, { path: string; name: WordKey }>

/** Whose page this is, and the way to the others. `here` is the page itself; null for one that is none of them. */
export function PageHead({ here }: { readonly here: keyof typeof PAGES | null }) {
  const { t } = useWords()
  return (
    <header class="page-head">
      <span class="page-head-name">
        <img src="/icons/48.png" alt="" width="28" height="28" />
        PausePhoto
      </span>
      <nav aria-label="PausePhoto">
        <ul>
          {Object.entries(PAGES).map(([page, { path, name }]) => (
            <li key={page}>
              <a href={path} aria-current={page === here ? 'page' : undefined}>
                {t(name)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}
