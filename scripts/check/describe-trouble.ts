import type { Words } from '../../src/words/words'
import type { Trouble } from './line'

/** The sentence for what went wrong with a file on the command line. */
export function describeTrouble(trouble: Trouble, { t }: Words): string {
  switch (trouble) {
    case 'missing':
    case 'too-large':
    case 'unreadable':
    case 'copy-exists':
    case 'copy-clashes':
    case 'copy-is-original':
    case 'copy-failed':
      return t(`check.${trouble}`)
    case 'film':
      return t('hide.video')
    default:
      return t(`reason.${trouble}`)
  }
}
