import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Tab, until } from '../support/browsers'
import type { Application } from './application'
import { mediaUnder } from './kept-files'
import { runProgram, startPhp } from './process'

const SETTINGS = (data: string) => `<?php
$conf['savedir'] = '${data}';
$conf['useacl'] = 0;
$conf['userewrite'] = 0;
$conf['license'] = '';
`
const PRELOAD = (conf: string) => `<?php
define('DOKU_CONF', '${conf}/');
$_SERVER['HTTPS'] = 'on';
`

/** DokuWiki: its media manager, by its picker and by a drop. */
export const dokuwiki: Application = {
  name: 'DokuWiki',
  packages: ['dokuwiki', 'php-cli', 'php-xml', 'php-gd'],
  async start(folder) {
    const root = join(folder, 'wiki')
    const conf = join(folder, 'conf')
    const data = join(folder, 'data')
    await runProgram('cp', ['-rL', '/usr/share/dokuwiki', root], folder)
    await cp('/etc/dokuwiki', conf, { recursive: true, dereference: true })
    for (const name of [
      'pages',
      'attic',
      'media',
      'media_attic',
      'media_meta',
      'meta',
      'cache',
      'index',
      'locks',
      'tmp',
      'log',
    ])
      await mkdir(join(data, name), { recursive: true })
    await writeFile(join(conf, 'local.php'), SETTINGS(data))
    await writeFile(join(root, 'inc', 'preload.php'), PRELOAD(conf))
    await cp('/var/lib/dokuwiki/lib', join(root, 'lib'), { recursive: true, force: false, dereference: true }).catch(
      () => {},
    )
    const server = await startPhp(root)
    const open = async (tab: Tab, address: string) => {
      await tab.go(`${address}/doku.php?id=start&do=media&tab_files=upload`)
      await until('the uploader', () => tab.evaluate(`document.querySelector('.qq-upload-button input') !== null`))
    }
    const send = async (tab: Tab) => {
      const button = '#mediamanager__upload_button'
      await until('the button', () => tab.evaluate(`document.querySelector('${button}')?.offsetWidth > 0`))
      await tab.click(button)
    }
    return {
      port: server.port,
      ways: [
        {
          name: 'media manager, chosen',
          send,
          next: ['#mediamanager__upload_button'],
          give: async (tab, address, file) => {
            await open(tab, address)
            await tab.choose('.qq-upload-button', [file])
          },
        },
        {
          name: 'media manager, dropped',
          send,
          next: ['#mediamanager__upload_button'],
          give: async (tab, address, file) => {
            await open(tab, address)
            await tab.drop('.qq-upload-button', [file])
          },
        },
      ],
      kept: () => mediaUnder(join(data, 'media')),
      stop: server.stop,
    }
  },
}
