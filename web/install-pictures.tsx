import type { JSX } from 'preact'

/** Drawings of what to tap on a phone, in the page's own colours; what they show stands in the sentence beside them. */
function Phone({ children }: { readonly children: JSX.Element | JSX.Element[] }) {
  return (
    <svg class="phone-picture" viewBox="0 0 72 108" aria-hidden="true">
      <rect class="phone-picture-body" x="2" y="2" width="68" height="104" rx="11" />
      <rect class="phone-picture-screen" x="7" y="10" width="58" height="88" rx="4" />
      {children}
    </svg>
  )
}

/** The browser's menu: three dots in the upper corner. */
export const MenuDots = () => (
  <Phone>
    <rect class="phone-picture-bar" x="11" y="14" width="40" height="9" rx="4.5" />
    <g class="phone-picture-mark">
      <circle cx="59" cy="14.500" r="1.800" />
      <circle cx="59" cy="19" r="1.800" />
      <circle cx="59" cy="23.500" r="1.800" />
    </g>
    <circle class="phone-picture-tap" cx="59" cy="19" r="9" />
  </Phone>
)

/** Safari's share button: an arrow out of a box, in the lower bar. */
export const ShareButton = () => (
  <Phone>
    <rect class="phone-picture-bar" x="7" y="84" width="58" height="14" />
    <path class="phone-picture-line" d="M32 89v6h8v-6M36 93v-8m-3 3 3-3 3 3" />
    <circle class="phone-picture-tap" cx="36" cy="90" r="9" />
  </Phone>
)

/** The line that puts a page on the home screen: a plus in a box. */
export const AddToHome = () => (
  <Phone>
    <rect class="phone-picture-bar" x="11" y="30" width="50" height="10" rx="3" />
    <rect class="phone-picture-bar" x="11" y="44" width="50" height="14" rx="3" />
    <path class="phone-picture-line" d="M16 47h8v8h-8zM20 49v4m-2-2h4M29 51h26" />
    <rect class="phone-picture-bar" x="11" y="62" width="50" height="10" rx="3" />
    <circle class="phone-picture-tap" cx="20" cy="51" r="9" />
  </Phone>
)

/** A photo in the gallery, and PausePhoto among the apps to share it with. */
export const ShareMenu = () => (
  <Phone>
    <path class="phone-picture-photo" d="M11 14h50v34H11zM11 44l14-14 10 9 8-7 18 16" />
    <circle class="phone-picture-bar" cx="20" cy="72" r="7" />
    <circle class="phone-picture-own" cx="36" cy="72" r="7" />
    <circle class="phone-picture-bar" cx="52" cy="72" r="7" />
    <path class="phone-picture-pause" d="M34 69v6m4-6v6" />
    <circle class="phone-picture-tap" cx="36" cy="72" r="11" />
  </Phone>
)

/** PausePhoto's icon among the others on the home screen. */
export const HomeScreen = () => (
  <Phone>
    <g class="phone-picture-bar">
      <rect x="12" y="18" width="12" height="12" rx="3" />
      <rect x="48" y="18" width="12" height="12" rx="3" />
      <rect x="12" y="38" width="12" height="12" rx="3" />
      <rect x="30" y="38" width="12" height="12" rx="3" />
      <rect x="48" y="38" width="12" height="12" rx="3" />
    </g>
    <rect class="phone-picture-own" x="30" y="18" width="12" height="12" rx="3" />
    <path class="phone-picture-pause" d="M34 21v6m4-6v6" />
    <circle class="phone-picture-tap" cx="36" cy="24" r="10" />
  </Phone>
)
