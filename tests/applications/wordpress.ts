import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Tab, until } from '../support/browsers'
import type { Application, Way } from './application'
import { mediaUnder } from './kept-files'
import { runProgram, startPhp, startProgram } from './process'

const PASSWORD = 'a-password-of-this-test'

const CONFIG = (socket: string, address: string) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';
define('WP_HOME', '${address}');
define('WP_SITEURL', '${address}');
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_DEBUG', false);
$_SERVER['HTTPS'] = 'on';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`
const INSTALL = `<?php
define('WP_INSTALLING', true);
require __DIR__ . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Photos', 'parent', 'parent@example.org', false, '', '${PASSWORD}');
`
/** The editor of before 2018 for whoever asks for it. */
const CLASSIC = `<?php
add_filter('use_block_editor_for_post', fn($block) => $block && !isset($_GET['classic']));
`

/** WordPress: its media library, its block editor and its classic one (TinyMCE 4). */
export const wordpress: Application = {
  name: 'WordPress',
  packages: [
    'wordpress',
    'wordpress-theme-twentytwentythree',
    'mariadb-server',
    'php-cli',
    'php-mysql',
    'php-gd',
    'php-xml',
    'php-mbstring',
  ],
  async start(folder, address) {
    const root = join(folder, 'wordpress')
    const data = join(folder, 'database')
    const socket = join(folder, 'database.sock')
    await runProgram('cp', ['-rL', '/usr/share/wordpress', root], folder)
    await mkdir(join(root, 'wp-content', 'uploads'), { recursive: true })
    await mkdir(join(root, 'wp-content', 'mu-plugins'), { recursive: true })
    await runProgram(
      'mariadb-install-db',
      [
        '--no-defaults',
        `--datadir=${data}`,
        '--auth-root-authentication-method=normal',
        '--user=root',
        '--skip-test-db',
      ],
      folder,
    )
    const database = startProgram(
      '/usr/sbin/mariadbd',
      [
        '--no-defaults',
        `--datadir=${data}`,
        `--socket=${socket}`,
        '--skip-networking',
        '--user=root',
        `--pid-file=${folder}/database.pid`,
      ],
      folder,
    )
    await until(
      'the database',
      () =>
        runProgram(
          'mariadb',
          ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', 'create database if not exists wordpress'],
          folder,
        ).then(
          () => true,
          () => false,
        ),
      60_000,
    )
    await writeFile(join(root, 'wp-config.php'), CONFIG(socket, address))
    await writeFile(join(root, 'install-once.php'), INSTALL)
    await runProgram('php', ['install-once.php'], root)
    await writeFile(join(root, 'wp-content', 'mu-plugins', 'classic.php'), CLASSIC)
    const server = await startPhp(root)
    return {
      port: server.port,
      async enter(tab, at) {
        await tab.go(`${at}/wp-login.php`)
        await tab.evaluate(`(() => {
          document.querySelector('#user_login').value = 'parent'
          document.querySelector('#user_pass').value = '${PASSWORD}'
          document.querySelector('#loginform').submit()
        })()`)
        await until(
          'the dashboard',
          () => tab.evaluate(`!!document.querySelector('#wpadminbar')`).catch(() => false) as Promise<boolean>,
          60_000,
        )
      },
      ways: WAYS,
      kept: () => mediaUnder(join(root, 'wp-content', 'uploads')),
      async stop() {
        await server.stop()
        await database.stop()
      },
    }
  },
}

const there = (tab: Tab, selector: string) =>
  until(
    selector,
    () => tab.evaluate<boolean>(`document.querySelector(${JSON.stringify(selector)})?.offsetWidth > 0`),
    60_000,
  )

const WAYS: readonly Way[] = [
  {
    name: 'new media, chosen',
    async give(tab, address, file) {
      await tab.go(`${address}/wp-admin/media-new.php`)
      await there(tab, '#plupload-browse-button')
      await tab.choose('#plupload-browse-button', [file])
    },
  },
  {
    name: 'media library, dropped',
    async give(tab, address, file) {
      await tab.go(`${address}/wp-admin/upload.php?mode=grid`)
      await there(tab, '.attachments-browser')
      await tab.drop('.attachments-browser', [file])
    },
  },
  {
    name: 'block editor, dropped',
    next: ['.editor-post-publish-panel__toggle', '.block-editor-default-block-appender'],
    photosOnly: true,
    async give(tab, address, file) {
      await tab.go(`${address}/wp-admin/post-new.php`)
      await there(tab, '.block-editor-block-list__layout')
      await tab.evaluate(`wp.data.dispatch('core/edit-post').toggleFeature?.('welcomeGuide')`)
      await tab.evaluate(`wp.data.dispatch('core/block-editor').insertBlocks(wp.blocks.createBlock('core/image'))`)
      await there(tab, '.wp-block-image')
      await tab.drop('.wp-block-image', [file])
    },
  },
  {
    name: 'classic editor, dropped',
    next: ['#publish', '#content_ifr'],
    async give(tab, address, file) {
      await tab.go(`${address}/wp-admin/post-new.php?classic`)
      await there(tab, '#wp-content-editor-container')
      await tab.drop('#wp-content-editor-container', [file])
    },
  },
]
