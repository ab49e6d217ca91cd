import { useEffect, useState } from 'preact/hooks'
import { KINDS } from '../findings/finding'
import { type Recent, recent } from '../settings/recent'
import { nameOfSite } from '../sites'
import { useWords } from '../ui/words-context'

/** The last choices of files: when, where, and what became of them. Nothing of it outlives the browser's session. */
export function LastOnes() {
  const { t, locale } = useWords()
  const [last, setLast] = useState<readonly Recent[]>([])
  useEffect(() => {
    void recent.getValue().then(setLast)
    return recent.watch((next) => setLast(next ?? []))
  }, [])
  if (last.length === 0) return null
  return (
    <section class="popup-recent">
      <details>
        <summary>
          <h2>{t('popup.recent')}</h2>
        </summary>
        <ol>
          {last.map((one) => (
            <li key={one.on}>
              <time dateTime={one.on}>{new Date(one.on).toLocaleTimeString(locale, { timeStyle: 'short' })}</time>{' '}
              <bdi>{nameOfSite(one.site)}</bdi>
              <WhatWasDone {...one} />
            </li>
          ))}
        </ol>
        <p class="popup-quiet">{t('popup.recent.note')}</p>
      </details>
    </section>
  )
}

function WhatWasDone({ cleaned, stripped, asIs, cancelled, gone }: Recent) {
  const { t, locale } = useWords()
  const kinds = KINDS.filter((kind) => gone.includes(kind)).map((kind) => t(`gone.${kind}`))
  return (
    <ul>
      {cleaned > 0 &&
        (kinds.length > 0 ? (
          <li>{t('pause.done', { count: cleaned, list: new Intl.ListFormat(locale).format(kinds) })}</li>
        ) : (
          <li>{t('pause.done.redrawn', { count: cleaned })}</li>
        ))}
      {stripped > 0 && <li>{t('popup.done.stripped')}</li>}
      {asIs > 0 && <li>{t('pause.done.asIs', { count: asIs })}</li>}
      {cancelled > 0 && <li>{t('popup.done.cancelled')}</li>}
    </ul>
  )
}
