import { useEffect, useState } from 'preact/hooks'
import { addedSites } from '../settings/settings'
import { useManaged } from '../settings/use-managed'
import { useSetting } from '../settings/use-setting'
import { allowSite, removeSite } from '../site-access/add-site'
import { AddSiteField } from '../site-access/add-site-field'
import { EverywhereSwitch } from '../site-access/everywhere-switch'
import { allowedSites } from '../site-access/register'
import { parsePattern } from '../sites/address'
import { Button } from '../ui/button'
import { useWords } from '../ui/words-context'
import { ListedSites } from './listed-sites'
import { Rows } from './rows'
import { Section } from './section'
import { SwitchedOff } from './switched-off'

/** Where photos are checked: places a parent added, and those known from the start. */
export function SitesSection() {
  const { t } = useWords()
  const [added] = useSetting(addedSites)
  const fixed = useManaged(addedSites) ?? []
  const [allowed, setAllowed] = useState<readonly string[] | null>(null)
  const lookAgain = () => void allowedSites().then(setAllowed)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the browser is asked again whenever the list changes.
  useEffect(lookAgain, [added])
  if (!added || !allowed) return null
  const missing = added.filter((pattern) => !allowed.includes(pattern))
  const rows = added.map((pattern) => ({
    id: pattern,
    name: parsePattern(pattern)?.host ?? pattern,
    fixed: fixed.includes(pattern),
    note: missing.includes(pattern) ? t('options.sites.notAllowed') : undefined,
  }))
  return (
    <Section name="sites" title={t('options.sites')}>
      <EverywhereSwitch />
      <Rows
        rows={rows}
        none={t('options.sites.none')}
        action="remove-site"
        actionText={t('options.remove')}
        actionLabel={(name) => t('options.remove.label', { name })}
        onPress={(pattern) => void removeSite(pattern)}
      />
      {missing.length > 0 && (
        <Button action="allow-sites" rank="main" onPress={() => void allowSite(missing).finally(lookAgain)}>
          {t('options.sites.allow')}
        </Button>
      )}
      <SwitchedOff />
      <AddSiteField onAdded={lookAgain} />
      <ListedSites />
    </Section>
  )
}
