import { visible } from '../check/print-line'
import { type Inside, ROWS } from './look-inside'

/** Characters of the column of titles, and of the others. */
const TITLES = 22
const WIDTH = 44

/** What the site received, a column a file. */
export function tableOf(columns: Readonly<Record<string, Inside>>): string {
  const head = ['', ...Object.keys(columns)]
  const rows = Object.entries(ROWS).map(([key, title]) => [
    title,
    ...Object.values(columns).map((inside) => inside[key as keyof Inside]),
  ])
  return [head, ...rows].map((cells) => cells.map(padded).join('').trimEnd()).join('\n')
}

function padded(text: string, column: number): string {
  const line = visible(text)
  if (column === 0) return line.padEnd(TITLES)
  return (line.length > WIDTH ? `${line.slice(0, WIDTH - 1)}…` : line).padEnd(WIDTH + 2)
}
