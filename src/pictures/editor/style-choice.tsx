import { useId } from 'preact/hooks'
import { useWords } from '../../ui/words-context'
import type { Style } from '../hide/cover'
import { STICKER_NAMES } from '../hide/stickers'
import { StickerPicture } from './sticker-picture'

const FILL: Style = { kind: 'fill', colour: '#3f4650' }
const MOSAIC: Style = { kind: 'mosaic' }

interface StyleChoiceProps {
  readonly style: Style
  readonly choose: (style: Style) => void
}

/** With what faces are covered: six drawings, a plain colour, or a coarse mosaic. */
export function StyleChoice({ style, choose }: StyleChoiceProps) {
  const { t } = useWords()
  const group = useId()
  const offered: readonly { readonly value: string; readonly of: Style; readonly name: string }[] = [
    ...STICKER_NAMES.map((sticker) => ({
      value: sticker,
      of: { kind: 'sticker', sticker } as const,
      name: t(`hide.sticker.${sticker}`),
    })),
    { value: 'fill', of: FILL, name: t('hide.fill') },
    { value: 'mosaic', of: MOSAIC, name: t('hide.mosaic') },
  ]
  const chosen = style.kind === 'sticker' ? style.sticker : style.kind
  return (
    <fieldset class="hide-styles">
      <legend>{t('hide.style')}</legend>
      <div class="hide-swatches">
        {offered.map(({ value, of, name }) => (
          <label key={value} title={name}>
            <input
              type="radio"
              class="hidden-from-view"
              name={group}
              value={value}
              aria-label={name}
              checked={chosen === value}
              onChange={() => choose(of)}
            />
            {of.kind === 'sticker' ? <StickerPicture name={of.sticker} /> : <span class="swatch" data-kind={of.kind} />}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
