import { useState } from 'preact/hooks'
import { useWords } from '../ui/words-context'
import { type Addition, addSite } from './add-site'
import '../ui/field.css'
import './add-site-field.css'

/** A field for the address of any other place, and what became of it. */
export function AddSiteField({ onAdded }: { readonly onAdded: () => void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [addition, setAddition] = useState<Addition | null>(null)
  const add = async () => {
    const result = await addSite(typed, Date.now())
    setAddition(result)
    if (result.outcome === 'added') setTyped('')
    onAdded()
  }
  const wrong = addition?.outcome === 'not-an-address'
  return (
    <form
      class="add-site"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <label>
        <span>{t('options.sites.add.label')}</span>
        <input
          type="text"
          inputmode="url"
          autocomplete="off"
          spellcheck={false}
          required
          placeholder="forum.example.org"
          data-action="site-address"
          aria-invalid={wrong}
          aria-describedby="addition"
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <button type="submit" class="button" data-action="add-site">
        {t('options.add')}
      </button>
      <p id="addition" role="status" class="add-site-status">
        {addition && t(`options.sites.add.${addition.outcome}`, { name: nameIn(addition) })}
      </p>
    </form>
  )
}

function nameIn(addition: Addition): string {
  if (addition.outcome === 'added') return addition.address.host
  return addition.outcome === 'already-watched' ? addition.name : ''
}
