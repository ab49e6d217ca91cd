import { visible } from '../check/print-line'
import { type Inside, ROWS } from './look-inside'

const WIDTH = 44

/** What the site received, side by side. */
export function tableOf(without: Inside, withPausePhoto: Inside): string {
  const rows = Object.entries(ROWS).map(([key, title]) => {
    const row = key as keyof Inside
    return [title, cell(without[row]), cell(withPausePhoto[row])]
  })
  const lines = [['', 'without PausePhoto', 'with PausePhoto'], ...rows]
  return lines
    .map(([title = '', ...cells]) =>
      `${title.padEnd(22)}${cells.map((text) => text.padEnd(WIDTH + 2)).join('')}`.trimEnd(),
    )
    .join('\n')
}

function cell(text: string): string {
  const line = visible(text)
  return line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line
}
