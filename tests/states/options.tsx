import { Options } from '../../src/options/options'
import '../../src/ui/tokens.css'
import '../../src/ui/base.css'
import '../../src/options/options.css'
import type { State, States } from './state'

declare const fake: { stored: Record<string, unknown>; managed: Record<string, unknown>; allowed: boolean }

function opened(
  name: string,
  stored: Record<string, unknown>,
  allowed = true,
  managed: Record<string, unknown> = {},
): State {
  const draw = () => {
    Object.assign(fake, { stored, managed, allowed })
    return <Options key={name} />
  }
  return { draw }
}

const on = '2026-11-02T10:00:00.000Z'

export const states: States = {
  fresh: opened('fresh', {}),
  used: opened('used', {
    cleanWithoutAsking: ['instagram', 'forum.example.org'],
    addedSites: ['*://*.forum.example.org/*', '*://*.school.example/*'],
    accountAnswers: { instagram: { answer: 'limited', on }, bluesky: { answer: 'public', on } },
    counts: { '2026-10': { instagram: { cleaned: 12, asIs: 2, cancelled: 1, stripped: 31 } } },
  }),
  'sites one by one': {
    ...opened('some off', { sitesOff: ['x', 'reddit'] }),
    press: ['[data-section="sites"] summary', '.site-switches summary'],
  },
  'everywhere but here': opened('everywhere', { everywhere: 'on', sitesOff: ['forum.example.org'] }),
  'not allowed': opened('not allowed', { addedSites: ['*://*.forum.example.org/*'] }, false),
  'set by a school': opened('set by a school', { cleanWithoutAsking: ['instagram'] }, false, {
    language: 'fr',
    askAgainDays: 60,
    addedSites: ['ent.example.org'],
    cleanWithoutAsking: ['www.smartschool.be'],
  }),
}
