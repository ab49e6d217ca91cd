import { useCallback, useEffect, useState } from 'preact/hooks'
import { everywhere } from '../settings/settings'
import { useSetting } from '../settings/use-setting'
import { useWords } from '../ui/words-context'
import { checkEverywhere, checkKnownSites, isEverywhere } from './everywhere'
import './everywhere-switch.css'

/** One switch for every site, with what the browser's question will mean before it comes. */
export function EverywhereSwitch({ onChanged = () => undefined }: { readonly onChanged?: () => void }) {
  const { t } = useWords()
  const [wanted] = useSetting(everywhere)
  const [on, setOn] = useState<boolean | null>(null)
  const [refused, setRefused] = useState(false)
  const look = useCallback(() => void isEverywhere().then(setOn), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at again whenever the setting changes.
  useEffect(look, [look, wanted])
  if (on === null) return null
  const change = async () => {
    if (on) await checkKnownSites()
    else setRefused(!(await checkEverywhere(Date.now())))
    look()
    onChanged()
  }
  return (
    <div class="everywhere">
      <label>
        <input
          type="checkbox"
          data-action="everywhere"
          aria-describedby="everywhere-text"
          checked={on}
          onChange={() => void change()}
        />
        <strong>{t('everywhere')}</strong>
      </label>
      <p id="everywhere-text">{t('everywhere.text')}</p>
      <p role="status">{refused && t('everywhere.refused')}</p>
    </div>
  )
}
