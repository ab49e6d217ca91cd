import type { FindingKind } from '../findings/finding'

/** One stroke on a field of 24 by 24. */
const STROKES = {
  place: 'M12 21s7-6.2 7-11.2A7 7 0 0 0 5 9.8C5 14.8 12 21 12 21Zm0-8.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2Z',
  people: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c0-3.9 3.4-6 7.5-6s7.5 2.1 7.5 6',
  time: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm0-14v5.2l3.4 2',
  words:
    'M5 4h14a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 19 16h-7l-5 4v-4H5a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 5 4Zm3 4.5h8M8 12h5',
  'hidden-picture': 'M7.5 7.5v-4h13v13h-4M3.5 7.5h13v13h-13v-13Zm0 10 4-4 3 3 2.5-2.5 3.5 3.5',
  'hidden-video': 'M3.5 6h17v12h-17V6Zm6.5 3v6l5-3-5-3Z',
  device: 'M7.5 2.5h9a1 1 0 0 1 1 1v17a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1v-17a1 1 0 0 1 1-1Zm3.5 16h2',
  history: 'm4 20 1-4.5L16.5 4 20 7.5 8.5 19 4 20Zm10-13.5 3.5 3.5',
  'file-name': 'M6 2.5h8l4.5 4.5v14.5H6v-19Zm8 0V7h4.5M9 12h6.5M9 16h6.5',
  unknown: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.1M12 21.5a9.5 9.5 0 1 0 0-19 9.5 9.5 0 0 0 0 19Z',
  outside: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9',
  back: 'M15 5l-7 7 7 7',
  picture: 'M3.5 4.5h17v15h-17v-15Zm0 12 5-5 4 4 2.5-2.5 5.5 5.5M15.5 10a1 1 0 1 0 0-2 1 1 0 0 0 0 2Z',
  video: 'M3.5 5.5h12v13h-12v-13Zm12 8 5 3.5v-10l-5 3.5',
  play: 'M8 5.5v13l10.5-6.5L8 5.5Z',
  closer: 'M10.5 18a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Zm5.5-2 5 5M10.5 7.5v6M7.5 10.5h6',
  wider: 'M10.5 18a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Zm5.5-2 5 5M7.5 10.5h6',
} satisfies Record<FindingKind | 'outside' | 'back' | 'picture' | 'video' | 'play' | 'closer' | 'wider', string>

/** A drawing beside a word that says the same; screen readers skip it. */
export function Icon({ name }: { readonly name: keyof typeof STROKES }) {
  return (
    <svg class="icon" data-icon={name} viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path
        d={STROKES[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
