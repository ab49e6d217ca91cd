import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Tab, until } from '../support/browsers'
import { pasteInto } from '../support/paste'
import type { Application, Way } from './application'
import { filesUnder } from './kept-files'
import { PACKAGES, serveFile } from './packages'
import { forward, startPlainServer } from './plain-server'
import { freePort, listening, startProgram } from './process'

const PASSWORD = 'a-password-of-this-test'

const CONFIG = (folder: string, port: number, address: string) => `
run_as_root = true
daemonize = false
pidfile = "${folder}/prosody.pid"
data_path = "${folder}/data"
log = { info = "*console" }
interfaces = { "127.0.0.1" }
http_interfaces = { "127.0.0.1" }
http_ports = { ${port} }
https_ports = {}
c2s_ports = {}
s2s_ports = {}
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_bosh_secure = true
authentication = "internal_plain"
modules_enabled = { "roster", "saslauth", "disco", "bosh", "ping" }
VirtualHost "localhost"
Component "upload.localhost" "http_file_share"
  http_external_url = "${address}/"
`
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Converse</title>
<link rel="stylesheet" href="/dist/converse.min.css"><body class="converse-fullscreen"><div id="conversejs-bg"></div>
<script type="module">
import '/dist/converse.min.js'
window.converse.initialize({
  bosh_service_url: '/http-bind', jid: 'parent@localhost', password: '${PASSWORD}', auto_login: true, assets_path: '/dist/',
  view_mode: 'fullscreen', auto_join_private_chats: ['teacher@localhost'], discover_connection_methods: false, play_sounds: false,
  show_controlbox_by_default: true, theme: 'classic', render_media: false, reuse_scram_keys: false,
})
</script></body></html>`

/** Converse in a chat of two, on Prosody with its file share (XEP-0363): from the toolbar, dropped and pasted on the text. */
export const converse: Application = {
  name: 'Converse',
  packages: ['prosody'],
  npm: true,
  async start(folder, address) {
    const port = await freePort()
    for (const [name, other] of [
      ['parent', 'teacher'],
      ['teacher', 'parent'],
    ] as const) {
      for (const store of ['accounts', 'roster'])
        await mkdir(join(folder, 'data', 'localhost', store), { recursive: true })
      await writeFile(
        join(folder, 'data', 'localhost', 'accounts', `${name}.dat`),
        `return { password = "${PASSWORD}" };`,
      )
      await writeFile(
        join(folder, 'data', 'localhost', 'roster', `${name}.dat`),
        `return { [false] = { version = 1 }; ["${other}@localhost"] = { subscription = "both"; groups = {} } };`,
      )
    }
    const config = join(folder, 'prosody.cfg.lua')
    await writeFile(config, CONFIG(folder, port, address))
    const prosody = startProgram('prosody', ['--config', config], folder)
    await listening(port)
    const site = await startPlainServer(async (request, response, { pathname }) => {
      if (pathname === '/') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE)
      else if (pathname.startsWith('/dist/')) await serveFile(response, join(PACKAGES, 'converse.js'), pathname)
      else {
        const host = pathname.startsWith('/http-bind') ? 'localhost' : 'upload.localhost'
        await forward(request, response, port, { host })
      }
    })
    return {
      port: site.port,
      ways: WAYS,
      kept: () => filesUnder(join(folder, 'data'), /\.bin$/),
      async stop() {
        await site.stop()
        await prosody.stop()
      },
    }
  },
}

const TEXT = 'textarea.chat-textarea'
const NEXT = [TEXT, '.send-button']
const CLIP = 'converse-chat-toolbar button:has(.fa-paperclip)'

async function open(tab: Tab, address: string): Promise<void> {
  await tab.go(`${address}/`)
  await until('the chat', () => tab.evaluate<boolean>(`document.querySelector('${TEXT}')?.offsetWidth > 0`), 60_000)
  // Its button comes once the server has said that it takes files.
  await until('the clip', () => tab.evaluate<boolean>(`document.querySelector('${CLIP}')?.offsetWidth > 0`), 60_000)
}

const WAYS: readonly Way[] = [
  {
    name: 'chosen',
    next: NEXT,
    async give(tab, address, file) {
      await open(tab, address)
      await tab.choose(CLIP, [file])
    },
  },
  {
    name: 'dropped on the text',
    next: NEXT,
    async give(tab, address, file) {
      await open(tab, address)
      await tab.drop(TEXT, [file])
    },
  },
  {
    name: 'pasted into the text',
    next: NEXT,
    photosOnly: true,
    pastes: true,
    async give(tab, address, file) {
      await open(tab, address)
      await pasteInto(tab, TEXT, file)
    },
  },
]
