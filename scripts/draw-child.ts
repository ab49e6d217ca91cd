/** How a drawn child differs from another; colours are CSS colours, `back` and `front` SVG of the hair. */
export interface Child {
  /** The id of a gradient. */
  readonly skin: string
  readonly shade: string
  readonly line: string
  readonly hair: string
  readonly iris: string
  readonly shirt: string
  readonly back: string
  readonly front: string
}

/** For <defs>: the two gradients that GIRL and BOY name. */
export const SKINS = `<radialGradient id="light" cx=".42" cy=".35" r=".75">
  <stop stop-color="#fadcc4"/><stop offset=".7" stop-color="#efbf9e"/><stop offset="1" stop-color="#d39a78"/></radialGradient>
<radialGradient id="dark" cx=".42" cy=".35" r=".75">
  <stop stop-color="#b37b54"/><stop offset=".7" stop-color="#93603e"/><stop offset="1" stop-color="#6b4029"/></radialGradient>`

export const GIRL: Child = {
  skin: 'light',
  shade: '#d39a78',
  line: '#5d3a26',
  hair: '#86532a',
  iris: '#4f7a4b',
  shirt: '#e4572e',
  back: '<path d="M-84-30C-150-20-146 60-128 110C-110 80-96 60-88 30ZM84-30C150-20 146 60 128 110C110 80 96 60 88 30Z" fill="#86532a"/>',
  front: `<path d="M-90 2C-108-122 108-122 90 2C80-40 40-54 2-56C-40-54-80-40-90 2Z" fill="#96602f"/>
  <path d="M2-56Q-4-80 0-92" stroke="#86532a" stroke-width="3" fill="none"/>
  <g fill="#ffd86b"><circle cx="-98" cy="-8" r="9"/><circle cx="98" cy="-8" r="9"/></g>`,
}

export const BOY: Child = {
  skin: 'dark',
  shade: '#6b4029',
  line: '#33201a',
  hair: '#20150f',
  iris: '#3d2718',
  shirt: '#3f6fb0',
  back: '',
  front:
    '<path d="M-88 0C-112-130 112-130 88 0C84-34 66-46 44-44Q20-58 0-46Q-22-58-44-44C-66-46-84-34-88 0Z" fill="#2a1b13"/>',
}

/**
 * Draws head and shoulders of a child, as SVG, so that what finds faces finds this one. (`x`, `y`) is the middle of the face, `size` half
 * of its width and height; shoulders reach 3.3 times as far down.
 */
export const drawChild = (
  { skin, shade, line, hair, iris, shirt, back, front }: Child,
  x: number,
  y: number,
  size: number,
) => `
<g transform="translate(${x} ${y}) scale(${size / 100})">
  ${back}
  <path d="M-125 330Q-128 185-40 158H40Q128 185 125 330Z" fill="${shirt}"/>
  <path d="M-30 90V150Q0 184 30 150V90Z" fill="${shade}"/>
  <g fill="${shade}"><ellipse cx="-86" cy="22" rx="13" ry="20"/><ellipse cx="86" cy="22" rx="13" ry="20"/></g>
  <path d="M-86-14C-86-98 86-98 86-14C92 62 50 116 0 116C-50 116-92 62-86-14Z" fill="url(#${skin})"/>
  <path d="M-54-22q16-10 34-3M54-22q-16-10-34-3" fill="none" stroke="${hair}" stroke-width="6" stroke-linecap="round"/>
  <g fill="#fffdf9"><ellipse cx="-36" cy="10" rx="20" ry="15"/><ellipse cx="36" cy="10" rx="20" ry="15"/></g>
  <g fill="${iris}"><circle cx="-35" cy="10" r="12"/><circle cx="35" cy="10" r="12"/></g>
  <g fill="#17110e"><circle cx="-35" cy="10" r="6"/><circle cx="35" cy="10" r="6"/></g>
  <g fill="#fff"><circle cx="-31" cy="5" r="3.5"/><circle cx="39" cy="5" r="3.5"/></g>
  <g fill="none" stroke="${line}" stroke-width="5" stroke-linecap="round">
    <path d="M-57 8Q-36-14-15 6M57 8Q36-14 15 6"/><path d="M-11 46Q0 54 11 46" opacity=".75"/></g>
  <path d="M-7 20Q-12 36-13 42" fill="none" stroke="${shade}" stroke-width="5" stroke-linecap="round"/>
  <path d="M-30 70Q0 78 30 70Q20 94 0 94Q-20 94-30 70Z" fill="#8c3b38"/>
  <path d="M-24 73Q0 79 24 73L20 80Q0 85-20 80Z" fill="#fff"/>
  <g fill="#e2674f" opacity=".28"><ellipse cx="-58" cy="50" rx="15" ry="10"/><ellipse cx="58" cy="50" rx="15" ry="10"/></g>
  ${front}
</g>`
