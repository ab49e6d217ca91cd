import { sayAnswer } from '../accounts/say-answer'
import { accountAnswers, askAgainDays } from '../settings/settings'
import { useManaged } from '../settings/use-managed'
import { useSetting } from '../settings/use-setting'
import { nameOfSite } from '../sites'
import { useWords } from '../ui/words-context'
import { Rows } from './rows'
import { SchoolNote } from './school-note'
import { Section } from './section'

/** How often to ask who sees an account, and what was answered. */
export function AccountSection() {
  const words = useWords()
  const { t } = words
  const [days, setDays] = useSetting(askAgainDays)
  const fixed = useManaged(askAgainDays) !== null
  const [answers, setAnswers] = useSetting(accountAnswers)
  if (days === null || answers === null) return null
  const rows = Object.entries(answers).map(([id, given]) => ({
    id,
    name: nameOfSite(id),
    note: sayAnswer(given, days, words),
  }))
  const forget = (id: string) =>
    setAnswers((all) => Object.fromEntries(Object.entries(all).filter(([site]) => site !== id)))
  return (
    <Section name="account" title={t('options.account')}>
      <label>
        <span>{t('options.account.days')}</span>
        <input
          type="number"
          data-action="ask-again-days"
          min={1}
          max={365}
          required
          value={days}
          disabled={fixed}
          aria-describedby={fixed ? 'days-school days-hint' : 'days-hint'}
          onChange={({ currentTarget }) => {
            const wanted = askAgainDays.parse(currentTarget.valueAsNumber)
            if (wanted === null) currentTarget.value = String(days)
            else setDays(() => wanted)
          }}
        />
      </label>
      {fixed && <SchoolNote id="days-school" />}
      <p id="days-hint" class="options-quiet">
        {t('options.account.days.hint')}
      </p>
      <h3>{t('options.account.answers')}</h3>
      <Rows
        rows={rows}
        none={t('options.account.none')}
        action="forget-answer"
        actionText={t('options.forget')}
        actionLabel={(name) => t('options.account.forget', { name })}
        onPress={forget}
      />
    </Section>
  )
}
