import type { ComponentChildren } from 'preact'
import './illustration.css'

interface DrawingProps {
  readonly name: string
  readonly width: number
  readonly height: number
  readonly children: ComponentChildren
}

/** A drawing that says nothing which words beside it do not say; screen readers skip it. */
function Drawing({ name, width, height, children }: DrawingProps) {
  return (
    <svg class="illustration" data-drawing={name} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {children}
    </svg>
  )
}

/** A photo from the place, as it is drawn everywhere: a field of 96 by 88. */
function Photo({ at: [x, y], turn = 0 }: { readonly at: readonly [number, number]; readonly turn?: number }) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn} 48 44)`}>
      <rect class="paper" width="96" height="88" rx="6" />
      <rect class="sky" x="8" y="8" width="80" height="58" rx="2" />
      <circle class="sun" cx="68" cy="23" r="8" />
      <path class="hill" d="M8 60q20-24 38-6q14-18 42-2v12a2 2 0 0 1-2 2H10a2 2 0 0 1-2-2Z" />
      <path class="line" d="M20 77h36" />
    </g>
  )
}

const PIN = 'M0 0C-3-6-13-13-13-24a13 13 0 0 1 26 0C13-13 3-6 0 0Z'

/** What the pause does: a photo is held, and what hangs on it comes off. */
export function TakenOff() {
  return (
    <Drawing name="taken-off" width={280} height={160}>
      <Photo at={[36, 40]} turn={-5} />
      <path class="thread" d="M130 70q34-34 62-18M132 92q40 4 70 2M126 112q34 30 74 22" />
      <path class="note" transform="translate(212 62)" d={PIN} />
      <circle class="line" cx="212" cy="39" r="4" />
      <circle class="note" cx="220" cy="94" r="14" />
      <path class="line" d="M220 86v8l6 4" />
      <path class="note" d="M206 126h22l12 10-12 10h-22a3 3 0 0 1-3-3v-14a3 3 0 0 1 3-3Z" />
      <path class="line" d="M211 136h12" />
      <circle class="paper" cx="44" cy="40" r="20" />
      <path class="line" d="M38 32v16M50 32v16" stroke-width="5" />
    </Drawing>
  )
}

/** Where nothing lies yet: photos on their way to a tray. */
export function NothingYet() {
  return (
    <Drawing name="nothing-yet" width={200} height={120}>
      <g transform="translate(52 4) scale(0.78)">
        <Photo at={[34, 0]} turn={9} />
        <Photo at={[0, 4]} turn={-7} />
      </g>
      <path class="paper" d="M26 76h44l8 12h44l8-12h44v30a6 6 0 0 1-6 6H32a6 6 0 0 1-6-6Z" />
    </Drawing>
  )
}

/** For a parent evening: two who talk about one photo. */
export function TalkedAbout() {
  return (
    <Drawing name="talked-about" width={200} height={110}>
      <circle class="paper" cx="34" cy="46" r="14" />
      <path class="hill" d="M8 110V98a26 26 0 0 1 52 0v12Z" />
      <circle class="paper" cx="166" cy="46" r="14" />
      <path class="sun" d="M140 110V98a26 26 0 0 1 52 0v12Z" />
      <g transform="translate(62 22) scale(0.78)">
        <Photo at={[0, 0]} />
      </g>
      <path class="note" d="M52 10h16a6 6 0 0 1 6 6v6a6 6 0 0 1-6 6h-8l-7 6v-6a6 6 0 0 1-6-6v-6a6 6 0 0 1 5-6Z" />
      <path class="note" d="M148 10h-16a6 6 0 0 0-6 6v6a6 6 0 0 0 6 6h8l7 6v-6a6 6 0 0 0 6-6v-6a6 6 0 0 0-5-6Z" />
    </Drawing>
  )
}

/** Where the extension is found again: behind the puzzle piece beside the address, with a pin to keep it in view. */
export function InTheToolbar() {
  return (
    <Drawing name="in-the-toolbar" width={240} height={116}>
      <path class="paper" d="M4 42V14a8 8 0 0 1 8-8h216a8 8 0 0 1 8 8v28Z" />
      <rect class="sky" x="16" y="15" width="138" height="18" rx="9" />
      <path class="line" d="M28 24h58" />
      <path
        class="note"
        d="M170 18h7a5 5 0 1 1 8 0h7v7a5 5 0 1 1 0 8v4h-22v-5a5 5 0 1 0 0-8Z"
        transform="translate(0 -3)"
      />
      <rect class="paper" x="92" y="50" width="136" height="58" rx="6" />
      <rect class="hill" x="104" y="68" width="22" height="22" rx="5" />
      <path class="line" d="M136 79h42" />
      <path class="note" d="M200 66h12l-2 5v7l5 6h-18l5-6v-7Z" />
      <path class="line" d="M206 84v11" />
    </Drawing>
  )
}
