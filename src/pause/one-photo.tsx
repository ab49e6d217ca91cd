import { useCallback, useState } from 'preact/hooks'
import { HidePanel } from '../pictures/editor/hide-panel'
import { useHiding } from '../pictures/hiding-context'
import type { Choice, Item } from '../review/review-session'
import { useEscape } from '../ui/escape'
import { FindingList } from '../ui/finding-list'
import { useFirstFocus } from '../ui/first-focus'
import { HeadlineText } from '../ui/headline-text'
import { Icon } from '../ui/icon'
import { PhotoPlace } from '../ui/photo-place'
import type { PictureSource } from '../ui/thumbnail'
import { useWords } from '../ui/words-context'
import { describeReason } from '../words/describe'
import { whatAre } from '../words/headline'
import { AnswerButton } from './answer-button'
import { PhotoPreview } from './photo-preview'
import { PlaceHeard } from './place-announcement'

/** The parent's own choices, by the file's place; every other file is cleaned. */
export type Chosen = ReadonlyMap<number, Choice>

/** Hiding is a choice once something is hidden; an arrow key among the choices must not open the editor. */
const CHOICES = ['clean', 'hide', 'as-is', 'omit'] as const

interface OnePhotoProps {
  readonly item: Item
  readonly at: number
  readonly choice: Choice
  readonly load: PictureSource
  readonly choose: (choice: Choice) => void
  readonly back: () => void
}

/** One photo of many: what it says, and what is to become of this one. */
export function OnePhoto({ item, at, choice, load, choose, back }: OnePhotoProps) {
  const words = useWords()
  const heading = useFirstFocus<HTMLHeadingElement>()
  useEscape(back)
  const hiding = useHiding()
  const [isHiding, setIsHiding] = useState(false)
  const leave = useCallback(() => setIsHiding(false), [])
  if (hiding && isHiding) {
    return (
      <HidePanel
        file={item.file}
        hiding={hiding}
        load={load}
        doneLabel={words.t('hide.keep')}
        done={() => {
          choose('hide')
          leave()
        }}
        back={leave}
      />
    )
  }
  const what = whatAre([item.file])
  const findings = item.inspection?.findings ?? []
  return (
    <main class="screen">
      <div class="screen-body" data-columns="2">
        <PhotoPreview file={item.file} findings={findings} load={load} />
        <div class="screen-head">
          <p class="screen-lead">{words.t('pause.many.item', { what, number: at + 1 })}</p>
          <h1 id="headline" ref={heading} tabIndex={-1}>
            {item.trouble ? (
              describeReason(item.trouble, words)
            ) : (
              <HeadlineText findings={findings} what={whatAre([item.file])} />
            )}
          </h1>
          <PlaceHeard findings={findings} />
        </div>
        <PhotoPlace findings={findings} />
        <div class="screen-text">
          {findings.length > 0 && (
            <FindingList
              findings={findings}
              load={load}
              withCopy={choice !== 'as-is' && choice !== 'omit' && !item.trouble}
              textOnly
            />
          )}
          <fieldset class="choices">
            <legend>{words.t('pause.many.choice')}</legend>
            {CHOICES.filter((offered) =>
              offered === 'hide' ? choice === 'hide' : offered !== 'clean' || !item.trouble,
            ).map((offered) => (
              <label key={offered}>
                <input
                  type="radio"
                  name="choice"
                  value={offered}
                  checked={choice === offered}
                  onChange={() => choose(offered)}
                />
                {words.t(`pause.many.choice.${offered}`)}
              </label>
            ))}
          </fieldset>
          {hiding && (
            <AnswerButton action="hide" onPress={() => setIsHiding(true)}>
              {words.t('hide.button')}
            </AnswerButton>
          )}
        </div>
      </div>
      <div class="actions">
        <AnswerButton action="back" onPress={back}>
          <Icon name="back" />
          {words.t('pause.many.back')}
        </AnswerButton>
      </div>
    </main>
  )
}
