import { useRef, useState } from 'preact/hooks'
import { Button } from '../ui/button'
import { NothingYet } from '../ui/illustration'
import { useWords } from '../ui/words-context'
import { droppedFrom, type Picked, pickedFrom } from './collect-files'

/** Preact's types do not know this attribute. */
const FOLDER = { webkitdirectory: true }

interface PickZoneProps {
  readonly add: (picked: readonly Picked[]) => void
  /** Nothing was picked yet: there is room for a drawing. */
  readonly empty: boolean
}

/** Where files come in: dropped, or chosen with a picker; folders too. */
export function PickZone({ add, empty }: PickZoneProps) {
  const { t } = useWords()
  const [over, setOver] = useState(false)
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const chosen = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    if (currentTarget.files) add(pickedFrom(currentTarget.files))
    // The same files can be chosen again.
    currentTarget.value = ''
  }
  return (
    <section
      class="pick-zone"
      data-over={over}
      aria-label={t('checker.drop')}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (event.dataTransfer) void droppedFrom(event.dataTransfer).then(add)
      }}
    >
      {empty && <NothingYet />}
      <p>{t('checker.drop')}</p>
      <input ref={files} type="file" multiple hidden data-input="files" onChange={chosen} />
      <input ref={folder} type="file" {...FOLDER} hidden data-input="folder" onChange={chosen} />
      <div class="pick-buttons">
        <Button action="choose-files" rank="main" onPress={() => files.current?.click()}>
          {t('checker.choose')}
        </Button>
        <Button action="choose-folder" onPress={() => folder.current?.click()}>
          {t('checker.chooseFolder')}
        </Button>
      </div>
    </section>
  )
}
