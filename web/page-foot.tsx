import { useEffect, useState } from 'preact/hooks'
import { language } from '../src/settings/settings'
import { useSetting } from '../src/settings/use-setting'
import { LanguageOptions } from '../src/ui/language-options'
import { useWords } from '../src/ui/words-context'
import { KeepAll } from './keep-all'

/** Which language the page speaks, whether it works without a network by now, and what it is made of. */
export function PageFoot({ kept }: { readonly kept: Promise<boolean> }) {
  const { t } = useWords()
  const [chosen, choose] = useSetting(language)
  const [isKept, setIsKept] = useState<boolean | null>(null)
  useEffect(() => {
    void kept.then(setIsKept)
  }, [kept])
  return (
    <footer class="phone-foot">
      <p role="status">{isKept !== null && t(isKept ? 'phone.offline' : 'phone.offline.not')}</p>
      {isKept && <KeepAll />}
      <label>
        {t('options.language.label')}
        <select
          data-action="language"
          value={chosen ?? 'auto'}
          onChange={({ currentTarget: { value } }) => choose(() => value)}
        >
          <option value="auto">{t('options.language.auto')}</option>
          <LanguageOptions />
        </select>
      </label>
      <details>
        <summary>{t('help.credits')}</summary>
        <p>{t('phone.credits')}</p>
        <p>
          <a href="./NOTICE.txt">NOTICE.txt</a>
        </p>
      </details>
    </footer>
  )
}
