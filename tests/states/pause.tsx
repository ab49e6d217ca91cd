import type { Reading } from '../../src/bridge/audience'
import { Dialog, type Screen } from '../../src/pause/dialog'
import { PausePage } from '../../src/pause/pause-page'
import type { Summary } from '../../src/pause/summary'
import { siteOf } from '../../src/sites'
import { PlacesProvider } from '../../src/ui/places-context'
import { fileNamed, pictures, places, placesBeforeMap, sessionOf } from './fixtures'
import type { State, States } from './state'

const nothing = () => undefined
const promised = async () => undefined

const SUMMARY: Summary = {
  total: 1,
  cleaned: 1,
  hidden: 0,
  changes: [],
  stripped: 0,
  redrawn: 0,
  asIs: 0,
  omitted: 0,
  gone: ['place', 'people', 'time', 'device'],
  kept: ['orientation', 'colour-profile'],
}

function shown(
  screen: () => Screen | Promise<Screen>,
  press: readonly string[] = [],
  host = 'www.instagram.com',
  known = places,
): State {
  const draw = async () => {
    const dialog = new Dialog()
    dialog.show(await screen())
    return (
      <PlacesProvider value={known}>
        <PausePage dialog={dialog} host={host} pictures={pictures} />
      </PlacesProvider>
    )
  }
  return { draw, press }
}

function findings(
  names: readonly string[],
  more: { offerRule?: boolean; press?: readonly string[]; host?: string; known?: typeof places } = {},
) {
  const screen = async (): Promise<Screen> => {
    const session = await sessionOf(...names)
    const earlier = new Map(session.open.slice(3, 4).map((at) => [at, 'as-is'] as const))
    return { name: 'findings', session, earlier, offerRule: more.offerRule ?? false, answer: nothing }
  }
  return shown(screen, more.press, more.host, more.known)
}

function trouble(names: readonly string[], redrawable: readonly number[]) {
  return shown(async () => {
    const session = await sessionOf(...names)
    await session.decide(() => 'clean')
    return { name: 'trouble', session, redrawable: new Set(redrawable), answer: nothing }
  })
}

function account(host: string, reading: Reading, summary: Summary | null = null) {
  const screen = { name: 'account', site: siteOf(host), host, reading, summary, count: 2, answer: nothing } as const
  return shown(() => screen, [], host)
}

const BESIDE = { close: nothing, resized: nothing, released: nothing, aside: nothing }

function notice(
  unasked: 'rule' | 'small' | 'before' | null,
  summary: Summary = SUMMARY,
  press: readonly string[] = [],
) {
  return shown(() => ({ name: 'notice', summary, unasked, askAgain: promised, ...BESIDE }), press)
}

function progress(of: 'looking' | 'working') {
  return shown(async () => ({
    name: 'progress',
    of,
    session: await sessionOf('slow.jpg', 'placed.jpg', 'plain.jpg'),
    cancel: nothing,
  }))
}

const MANY = [
  'telling.jpg',
  'placed-1.jpg',
  'slight.jpg',
  'placed-2.jpg',
  'plain-1.jpg',
  'odd.jpg',
  'film.mp4',
  'plain-unseen.jpg',
]

export const states: States = {
  looking: progress('looking'),
  working: progress('working'),
  single: findings(['telling.jpg']),
  'single before its map': findings(['telling.jpg'], { known: placesBeforeMap }),
  'single with its details': findings(['telling.jpg'], { press: ['summary'] }),
  'single whose place was given a name, with the map': findings(['nameless.jpg'], { press: ['summary'] }),
  'single with the rule': findings(['placed.jpg'], { offerRule: true, host: 'web.whatsapp.com' }),
  'single with a hidden video': findings(['moving.jpg']),
  'single, slight': findings(['slight.jpg'], { host: 'forum.example.org' }),
  video: findings(['film.mp4']),
  'video that plays': findings(['film.mp4'], { press: ['[data-action="play"]'] }),
  'no preview': findings(['placed-unseen.jpg']),
  many: findings(MANY),
  'many before their map': findings(MANY, { known: placesBeforeMap }),
  'many with the rule': findings(MANY, { offerRule: true }),
  'many, some ticked': findings(MANY, { press: ['[data-action="pick"]'] }),
  'one of many': findings(MANY, { press: ['[data-action="details"]:enabled'] }),
  'cannot be read': trouble(['odd.jpg'], []),
  'can be redrawn': trouble(['odd.jpg', 'odd-2.jpg', 'plain.jpg'], [0, 1]),
  'cannot be cleaned': trouble(['stubborn.jpg'], [0]),
  failed: shown(() => ({ name: 'failed', answer: nothing })),
  account: account('www.instagram.com', 'cannot-tell'),
  'account after cleaning': account('www.instagram.com', 'cannot-tell', SUMMARY),
  'account, the page says public': account('www.facebook.com', 'public'),
  'account, the page says limited': account('www.tiktok.com', 'limited'),
  'account, always public': account('bsky.app', 'cannot-tell'),
  'account, a site of one’s own': account('forum.example.org', 'cannot-tell'),
  notice: notice(null),
  'notice of the rule': notice('rule'),
  'notice of an earlier answer': notice('before'),
  'not taken by the page': shown(() => ({
    name: 'untaken',
    files: [fileNamed('telling.jpg')],
    again: nothing,
    ...BESIDE,
  })),
  'notice of small things': notice('small', { ...SUMMARY, gone: ['device'], kept: [] }),
  'notice of files sent as they are': notice('before', { ...SUMMARY, cleaned: 0, asIs: 3, gone: [], kept: [] }),
  'notice, undone': notice('before', SUMMARY, ['[data-action="ask-again"]']),
}
