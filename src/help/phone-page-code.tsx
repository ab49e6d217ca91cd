import { phonePage } from '../settings/settings'
import { useSetting } from '../settings/use-setting'
import { QrCode } from '../ui/qr-code'
import { useWords } from '../ui/words-context'

/** The page for phones, where the school or somebody at home typed in its address; nothing otherwise. */
export function PhonePageCode() {
  const { t } = useWords()
  const [address] = useSetting(phonePage)
  if (!address) return null
  return (
    <section aria-labelledby="phone-page" class="help-phone">
      <h2 id="phone-page">{t('handout.phone')}</h2>
      <QrCode text={address} label={t('handout.phone.code', { address })} />
      <p>{t('handout.phone.text')}</p>
      <p dir="ltr">
        <strong>{address}</strong>
      </p>
    </section>
  )
}
