import { mkdir, writeFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { bodyOf } from '../support/local-site/local-site'

const ME = '@parent:example.org'
/** The one room, in which the parent and a teacher are. */
const ROOM = '!class:example.org'

interface MatrixServer {
  /** Answers what its clients ask; false when it is no request of theirs. */
  answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean>
}

const event = (type: string, sender: string, content: object, state_key?: string) => ({
  type,
  sender,
  content,
  event_id: `$${Math.random()}`,
  origin_server_ts: Date.now(),
  ...(state_key !== undefined && { state_key }),
})
const member = (id: string, displayname: string) => event('m.room.member', id, { membership: 'join', displayname }, id)
const POWER = { users: { [ME]: 100 }, users_default: 0, events_default: 0, state_default: 50 }
const STATE = [
  event('m.room.create', ME, { creator: ME, room_version: '10' }, ''),
  member(ME, 'Parent'),
  member('@teacher:example.org', 'Teacher'),
  event('m.room.power_levels', ME, POWER, ''),
  event('m.room.name', ME, { name: 'Class' }, ''),
]

/**
 * As much of a Matrix homeserver (client-server API) as a client needs to sign in, to see one room, and to send into it; what is
 * uploaded lies in a folder. Nothing like it can be installed from Debian or npm.
 */
export async function createMatrixServer(media: string): Promise<MatrixServer> {
  await mkdir(media, { recursive: true })
  const sent: object[] = []
  let uploads = 0

  /** Its first answer has the room, each later one what was sent since, at once or after a while. */
  const sync = async (since: string | null) => {
    const from = Number(since ?? 0)
    for (let tries = 0; since !== null && sent.length === from && tries < 20; tries++)
      await new Promise((resume) => setTimeout(resume, 250))
    const events = sent.slice(from)
    const state = { events: since === null ? STATE : [] }
    const timeline = {
      events: since === null ? [event('m.room.message', ME, { msgtype: 'm.text', body: 'Hello' })] : events,
    }
    const room = {
      state,
      timeline: { ...timeline, limited: false, prev_batch: 'start' },
      ephemeral: { events: [] },
      account_data: { events: [] },
    }
    const join = since === null || events.length > 0 ? { [ROOM]: room } : {}
    return { next_batch: String(sent.length), rooms: { join }, account_data: { events: [] } }
  }

  const respond = async (request: IncomingMessage, path: string, url: URL): Promise<object | null> => {
    const { method } = request
    if (path === '/_matrix/client/versions') return { versions: ['r0.6.1', 'v1.1'] }
    if (path.endsWith('/login'))
      return method === 'GET'
        ? { flows: [{ type: 'm.login.password' }] }
        : { user_id: ME, access_token: 'a-token', device_id: 'A', home_server: 'example.org' }
    if (path.endsWith('/filter')) return { filter_id: '1' }
    if (path.endsWith('/sync')) return sync(url.searchParams.get('since'))
    if (path.endsWith('/members')) return { chunk: STATE.filter(({ type }) => type === 'm.room.member') }
    if (path.endsWith('/messages')) return { start: 'start', chunk: [], state: [] }
    if (path.includes('/media/') && path.endsWith('/upload')) {
      const name = url.searchParams.get('filename') ?? 'file'
      await writeFile(join(media, `${++uploads}-${name.replace(/[^\w.]/g, '_')}`), await bodyOf(request))
      return { content_uri: `mxc://example.org/${uploads}` }
    }
    const [, type, transaction] = /\/send\/([^/]+)\/([^/]+)$/.exec(path) ?? []
    if (!type) return null
    const message = event(decodeURIComponent(type), ME, JSON.parse(String(await bodyOf(request))))
    sent.push({ ...message, unsigned: { transaction_id: transaction } })
    return { event_id: message.event_id }
  }

  return {
    async answer(request, response, url) {
      if (!url.pathname.startsWith('/_matrix/')) return false
      const found = await respond(request, url.pathname, url)
      response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' })
      response.end(JSON.stringify(found ?? { errcode: 'M_UNRECOGNIZED', error: 'not here' }))
      return true
    },
  }
}
