import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Tab, until } from '../support/browsers'
import type { Application, Way } from './application'
import { mediaUnder } from './kept-files'
import { startPhp } from './process'

/** It is older than PHP 8 and says so on every page; and without a doctype Firefox's driver finds nothing to click on. */
const SERVER = (files: string) => `<?php
error_reporting(E_ALL & ~E_DEPRECATED & ~E_WARNING & ~E_NOTICE);
require '/usr/share/php/Sabre/autoload.php';
ob_start(fn($page) => str_starts_with($page, '<html') ? "<!doctype html>$page" : $page);
$server = new Sabre\\DAV\\Server(new Sabre\\DAV\\FS\\Directory('${files}'));
$server->setBaseUri('/');
$server->addPlugin(new Sabre\\DAV\\Browser\\Plugin());
$server->exec();
`

/** SabreDAV, on which Nextcloud and ownCloud are built: a person's files in the browser, and the form that adds one. */
export const sabredav: Application = {
  name: 'SabreDAV',
  packages: ['php-cgi', 'php-sabre-dav', 'php-cli', 'php-xml', 'php-mbstring'],
  async start(folder) {
    const [root, files] = [join(folder, 'server'), join(folder, 'files')]
    for (const name of [root, files]) await mkdir(name)
    await writeFile(join(root, 'index.php'), SERVER(files))
    const server = await startPhp(root)
    return { port: server.port, ways: WAYS, kept: () => mediaUnder(files), stop: server.stop }
  },
}

const INPUT = 'input[type=file]'

async function open(tab: Tab, address: string): Promise<void> {
  await tab.go(`${address}/`)
  await until('the form', () => tab.evaluate<boolean>(`document.querySelector('${INPUT}')?.offsetWidth > 0`))
}

async function send(tab: Tab): Promise<void> {
  await until('the file in the form', () =>
    tab.evaluate<boolean>(`document.querySelector('${INPUT}').files.length > 0`),
  )
  await tab.evaluate(`document.querySelector('${INPUT}').form.querySelector('[type=submit]').click()`)
}

const WAYS: readonly Way[] = [
  {
    name: 'chosen',
    send,
    async give(tab, address, file) {
      await open(tab, address)
      await tab.choose(INPUT, [file])
    },
  },
  {
    name: 'dropped on the field',
    send,
    async give(tab, address, file) {
      await open(tab, address)
      await tab.drop(INPUT, [file])
    },
  },
]
