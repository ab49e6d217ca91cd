import { sitesOff } from '../settings/settings'
import { useSetting } from '../settings/use-setting'
import { isListed } from '../sites'
import { useWords } from '../ui/words-context'
import { Rows } from './rows'

/** The sites on no list that the parent switched off, one by one, and the way back for each. */
export function SwitchedOff() {
  const { t } = useWords()
  const [off, setOff] = useSetting(sitesOff)
  const hosts = off?.filter((id) => !isListed(id)) ?? []
  if (hosts.length === 0) return null
  const again = (site: string) => t('popup.remedy.turn-on', { site })
  return (
    <Rows
      rows={hosts.map((host) => ({ id: host, name: host, note: t('popup.status.turned-off.why') }))}
      action="turn-on"
      actionLabel={again}
      onPress={(host) => setOff((before) => before.filter((id) => id !== host))}
    />
  )
}
