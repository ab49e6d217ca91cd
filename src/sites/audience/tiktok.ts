import { agreeing, type Reading } from '../../bridge/audience'

/** The choice beside “Who can watch this video” on the upload page; seen in public code. */
const CHOICE = '[data-e2e="video_visibility_container"] [role="combobox"]'

/**
 * What it can say. English, German and Portuguese were seen in public code; Spanish and the longer German words on TikTok's
 * help page about this very choice; French, Dutch and Arabic on its pages about who can comment or stitch, which name the same
 * people. The page's language need not be the browser's, so all are tried.
 */
const PUBLIC = new Set(['Everyone', 'Alle', 'Todo el mundo', 'Todos', 'Tout le monde', 'Iedereen', 'الجميع'])
const LIMITED = new Set([
  'Friends',
  'Followers',
  'Only you',
  'Freunde',
  'Freund*innen',
  'Follower*innen',
  'Nur du',
  'Nur ich',
  'Amigos',
  'Seguidores',
  'Solo tú',
  'Somente você',
  'Amis',
  'Vrienden',
  'المتابعون',
])

export function readTiktok(document: Document): Reading {
  return agreeing(
    [...document.querySelectorAll(CHOICE)].map((box) => {
      const chosen = box.textContent?.trim() ?? ''
      if (PUBLIC.has(chosen)) return 'public'
      return LIMITED.has(chosen) ? 'limited' : 'cannot-tell'
    }),
  )
}
