import type { Country } from '../help/helplines'
import { TalkedAbout } from '../ui/illustration'
import { useWords } from '../ui/words-context'
import type { WordKey } from '../words/words'
import { PhoneSection } from './phone-section'
import { WhoToAsk } from './who-to-ask'

/** Of the checklist in the help page, what the two questions above do not say already. */
const FIVE: readonly WordKey[] = [
  'help.check.need',
  'help.check.clues',
  'help.check.body',
  'help.check.child',
  'help.check.others',
]
const DOES: readonly WordKey[] = ['welcome.does.1', 'welcome.does.2', 'welcome.does.3', 'welcome.never.1']
const NOT: readonly WordKey[] = ['handout.not.1', 'handout.not.2', 'handout.not.3']

interface SheetProps {
  readonly country: Country | null
  /** Where the school hosts the page for phones; empty where it does not. */
  readonly phonePage: string
}

/** One A4 page: two questions, five things to look at, what the extension does and does not, and whom to ask. */
export function Sheet({ country, phonePage }: SheetProps) {
  const { t } = useWords()
  return (
    <article class="sheet">
      <div class="sheet-head">
        <h1>{t('handout.title')}</h1>
        <TalkedAbout />
      </div>
      <ol class="sheet-questions">
        <li>
          <h2>{t('handout.public')}</h2>
          <p>{t('handout.public.text')}</p>
        </li>
        <li>
          <h2>{t('handout.tells')}</h2>
          <p>{t('handout.tells.text')}</p>
        </li>
      </ol>
      <p class="sheet-small">{t('handout.from')}</p>
      <section>
        <h2>{t('handout.five')}</h2>
        <ul class="sheet-boxes">
          {FIVE.map((words) => (
            <li key={words}>{t(words)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>
          <img src="/icons/48.png" alt="" width="24" height="24" /> {t('handout.pausephoto')}
        </h2>
        <div class="sheet-pair">
          <Points title="welcome.does" points={DOES} />
          <Points title="handout.not" points={NOT} />
        </div>
        <p>{t('handout.where')}</p>
        <p>{t('handout.school')}</p>
        <div class="sheet-line" />
        <div class="sheet-line" />
      </section>
      {phonePage !== '' && <PhoneSection address={phonePage} />}
      <WhoToAsk country={country} />
    </article>
  )
}

function Points({ title, points }: { readonly title: WordKey; readonly points: readonly WordKey[] }) {
  const { t } = useWords()
  return (
    <div>
      <h3>{t(title)}</h3>
      <ul>
        {points.map((point) => (
          <li key={point}>{t(point)}</li>
        ))}
      </ul>
    </div>
  )
}
