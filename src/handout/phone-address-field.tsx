import { useState } from 'preact/hooks'
import { parseWebAddress } from '../settings/parse'
import { phonePage } from '../settings/settings'
import { useManaged } from '../settings/use-managed'
import { useSetting } from '../settings/use-setting'
import { useWords } from '../ui/words-context'

/** The address of the page for phones, typed once by the school; what is no address is said and not kept. */
export function PhoneAddressField() {
  const { t } = useWords()
  const [stored, store] = useSetting(phonePage)
  const isManaged = useManaged(phonePage) !== null
  const [isWrong, setIsWrong] = useState(false)
  return (
    <label>
      <span>{t('handout.phone.address')}</span>
      <input
        type="url"
        data-action="phone-address"
        placeholder="https://"
        dir="ltr"
        key={stored}
        defaultValue={stored ?? ''}
        disabled={isManaged}
        aria-invalid={isWrong}
        aria-describedby="phone-address-wrong"
        onChange={({ currentTarget }) => {
          const typed = currentTarget.value.trim()
          const address = typed === '' ? '' : parseWebAddress(typed)
          setIsWrong(address === null)
          if (address !== null) store(() => address)
        }}
      />
      <small id="phone-address-wrong" role="status">
        {isWrong && t('handout.phone.wrong')}
      </small>
    </label>
  )
}
