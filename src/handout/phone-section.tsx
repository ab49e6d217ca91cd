import { QrCode } from '../ui/qr-code'
import { useWords } from '../ui/words-context'

/** Where parents find the page for phones that their school hosts: a code to scan, and the address to type. */
export function PhoneSection({ address }: { readonly address: string }) {
  const { t } = useWords()
  return (
    <section class="sheet-phone">
      <QrCode text={address} label={t('handout.phone.code', { address })} />
      <div>
        <h2>{t('handout.phone')}</h2>
        <p>{t('handout.phone.text')}</p>
        <p class="sheet-address" dir="ltr">
          {address}
        </p>
      </div>
    </section>
  )
}
