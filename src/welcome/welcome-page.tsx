import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { HidePanel } from '../pictures/editor/hide-panel'
import { useHiding } from '../pictures/hiding-context'
import { AddSiteField } from '../site-access/add-site-field'
import { EverywhereSwitch } from '../site-access/everywhere-switch'
import { SiteSwitches } from '../site-access/site-switches'
import { SITES } from '../sites'
import { Button } from '../ui/button'
import { InTheToolbar, TakenOff } from '../ui/illustration'
import { useWords } from '../ui/words-context'
import type { WordKey } from '../words/words'
import '../ui/tokens.css'
import '../ui/base.css'
import { samplePhoto } from './sample'
import { type HidingInSample, TryIt, type TryItServices } from './try-it'
import './welcome-page.css'

interface WelcomePageProps extends TryItServices {
  readonly close: () => void
}

const DOES: readonly WordKey[] = ['welcome.does.1', 'welcome.does.2', 'welcome.does.3']
const NEVER: readonly WordKey[] = ['welcome.never.1', 'welcome.never.2', 'welcome.never.3']

/** What a parent sees after the installation: two minutes, and a way out at any time. */
export function WelcomePage({ engine, pictures, close }: WelcomePageProps) {
  const { t } = useWords()
  const hiding = useHiding()
  const original = useMemo(samplePhoto, [])
  const load = useCallback((file: File, size: number) => pictures.thumbnail(file, size), [pictures])
  const [hidden, setHidden] = useState<HidingInSample>('none')
  const [isEditing, setEditing] = useState(false)
  const tryHeading = useRef<HTMLHeadingElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !isEditing) tryHeading.current?.focus()
    wasEditing.current = isEditing
  }, [isEditing])
  if (hiding && isEditing) {
    return (
      <HidePanel
        file={original}
        hiding={hiding}
        load={load}
        doneLabel={t('hide.keep')}
        done={() => {
          setEditing(false)
          setHidden('working')
          void hiding.hide(original).then((copy) => setHidden(copy?.file ?? 'failed'))
        }}
        back={() => setEditing(false)}
      />
    )
  }
  return (
    <main class="welcome">
      <header>
        <div class="welcome-head">
          <img src="/icons/128.png" alt="" width="48" height="48" />
          <h1>{t('welcome.title')}</h1>
          <p>{t('welcome.lead')}</p>
          <Button action="skip" onPress={close}>
            {t('welcome.skip')}
          </Button>
        </div>
        <TakenOff />
      </header>
      <div class="welcome-pair">
        <Points id="does" title="welcome.does" points={DOES} />
        <Points id="never" title="welcome.never" points={NEVER} />
      </div>
      <section aria-labelledby="try">
        <h2 id="try" ref={tryHeading} tabIndex={-1}>
          {t('welcome.try')}
        </h2>
        <p>{t('welcome.try.text')}</p>
        <TryIt
          engine={engine}
          load={load}
          original={original}
          hidden={hidden}
          hide={hiding && (() => setEditing(true))}
          startAgain={() => {
            hiding?.forget(original)
            setHidden('none')
          }}
        />
      </section>
      <section aria-labelledby="permission">
        <h2 id="permission">{t('welcome.permission')}</h2>
        <p>{t('welcome.permission.text')}</p>
      </section>
      <section aria-labelledby="sites">
        <h2 id="sites">{t('welcome.sites')}</h2>
        <p>{t('welcome.sites.text', { count: SITES.length })}</p>
        <p>{t('welcome.sites.pick')}</p>
        <SiteSwitches />
        <AddSiteField onAdded={() => undefined} />
        <EverywhereSwitch />
      </section>
      <section aria-labelledby="pin">
        <h2 id="pin">{t('welcome.pin')}</h2>
        <div class="welcome-pin">
          <InTheToolbar />
          <p>{t('welcome.pin.text')}</p>
        </div>
        <p>
          <a href="/handout.html" target="_blank" rel="noopener">
            {t('handout.link')}
            <span class="hidden-from-view"> ({t('account.open.newTab')})</span>
          </a>
        </p>
        <div class="welcome-actions">
          <Button action="done" rank="main" onPress={close}>
            {t('welcome.done')}
          </Button>
        </div>
      </section>
    </main>
  )
}

interface PointsProps {
  readonly id: string
  readonly title: WordKey
  readonly points: readonly WordKey[]
}

function Points({ id, title, points }: PointsProps) {
  const { t } = useWords()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t(title)}</h2>
      <ul>
        {points.map((point) => (
          <li key={point}>{t(point)}</li>
        ))}
      </ul>
    </section>
  )
}
