import { type PictureSource, Thumbnail } from '../ui/thumbnail'
import { useWords } from '../ui/words-context'
import { describeReason, shortened } from '../words/describe'
import { AnswerButton } from './answer-button'
import { decideAll, type Screen } from './dialog'
import './trouble-screen.css'

type TroubleScreenProps = Extract<Screen, { name: 'trouble' }> & { readonly load: PictureSource }

/** Files that could not be checked, or out of which nothing could be taken: why, and what can still be done. */
export function TroubleScreen({ session, redrawable, answer, load }: TroubleScreenProps) {
  const words = useWords()
  const { t } = words
  const { items, open } = session
  const refused = open.every((at) => items[at]?.inspection?.outcome === 'found')
  const canRedraw = redrawable.size > 0
  return (
    <main class="screen">
      <div class="screen-body">
        <h1 id="headline">
          {t(refused ? 'pause.trouble.refused' : 'pause.trouble.unchecked', {
            count: open.length,
            total: items.length,
          })}
        </h1>
        <ul class="trouble">
          {open.map((at) => {
            const item = items[at]
            if (!item?.trouble) return null
            return (
              <li key={at}>
                <Thumbnail file={item.file} size={96} load={load} alt="" otherwise={t('pause.noPicture')} />
                <div>
                  <strong>{shortened(item.file.name)}</strong>
                  <p>{describeReason(item.trouble, words)}</p>
                </div>
              </li>
            )
          })}
        </ul>
        {canRedraw && <p class="screen-note">{t('pause.trouble.redrawHint')}</p>}
      </div>
      <div class="actions">
        {canRedraw && (
          <AnswerButton action="redraw" rank="main" first onPress={() => answer(decideAll('redraw'))}>
            {t('pause.redraw', { count: redrawable.size })}
          </AnswerButton>
        )}
        <div class="actions-others">
          <AnswerButton action="send-as-is" onPress={() => answer(decideAll('as-is'))}>
            {t('pause.asIs', { count: open.length })}
          </AnswerButton>
          {open.length < items.length && (
            <AnswerButton action="omit" onPress={() => answer(decideAll('omit'))}>
              {t('pause.omit', { count: open.length })}
            </AnswerButton>
          )}
          <AnswerButton action="cancel" first={!canRedraw} onPress={() => answer({ do: 'cancel' })}>
            {t('pause.cancel')}
          </AnswerButton>
        </div>
      </div>
    </main>
  )
}
