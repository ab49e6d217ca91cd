import { Popup } from '../../src/popup/popup'
import '../../src/ui/tokens.css'
import '../../src/ui/base.css'
import '../../src/popup/popup.css'
import type { Recent } from '../../src/settings/recent'
import type { State, States } from './state'

interface Fake {
  url: string
  allowed: boolean
  stored: Record<string, unknown>
  session: Record<string, unknown>
}
declare const fake: Fake

function opened(on: Partial<Fake>, press: readonly string[] = []): State {
  const draw = () => {
    Object.assign(fake, { url: 'https://www.instagram.com/', allowed: true, stored: {}, session: {} }, on)
    return <Popup key={JSON.stringify(on)} />
  }
  return { draw, press }
}

/** The last ten choices, one of each kind and some more. */
const recent: readonly Recent[] = Array.from({ length: 10 }, (_, at) => ({
  site: at % 2 === 0 ? 'instagram' : 'forum.example.org',
  on: new Date(Date.now() - at * 420_000).toISOString(),
  cleaned: at % 3 === 0 ? at + 1 : 0,
  gone: at % 3 === 0 ? ['place', 'people', 'time', 'device'] : [],
  stripped: at % 4 === 1 ? 2 : 0,
  asIs: at % 3 === 1 ? at : 0,
  cancelled: at % 3 === 2 ? 1 : 0,
}))

const month = new Date().toISOString().slice(0, 7)

export const states: States = {
  watched: opened({}),
  'with an answer and counts': opened({
    stored: {
      accountAnswers: { instagram: { answer: 'limited', on: new Date().toISOString() } },
      counts: { [month]: { instagram: { cleaned: 12, asIs: 2, cancelled: 1, stripped: 31 } } },
    },
  }),
  'with the last ones': opened({ session: { recent } }, ['.popup-recent summary']),
  'on a break': opened({ stored: { pausedUntil: new Date(Date.now() + 1_800_000).toISOString() } }),
  'not allowed': opened({ allowed: false }),
  'not watched': opened({ url: 'https://forum.example.org/' }),
  'added, and not allowed': opened({
    url: 'https://forum.example.org/',
    allowed: false,
    stored: { addedSites: ['*://*.forum.example.org/*'] },
  }),
  'watched, and where': opened({}, ['.popup-watched summary']),
  'watched as every site is': opened({ url: 'https://forum.example.org/', stored: { everywhere: 'on' } }),
  'switched off': opened({ stored: { sitesOff: ['instagram'] } }),
  'out of reach': opened({ url: 'about:blank' }),
  'a class': opened({ url: 'https://app.seesaw.me/' }),
}
