import { cp, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Tab, until } from '../support/browsers'
import { pasteInto } from '../support/paste'
import type { Application, Way } from './application'
import { filesUnder } from './kept-files'
import { startMailServer } from './mail-server'
import { picturesInMails } from './pictures-in-mail'
import { runProgram, startPhp } from './process'

/** Where Debian has it. */
const ROOT = '/var/lib/roundcube'
const PASSWORD = 'a-password-of-this-test'

const CONFIG = (folder: string, imap: number, smtp: number) => `<?php
$config['db_dsnw'] = 'sqlite:///${folder}/roundcube.db?mode=0600';
$config['imap_host'] = '127.0.0.1:${imap}';
$config['smtp_host'] = '127.0.0.1:${smtp}';
$config['smtp_user'] = '';
$config['smtp_pass'] = '';
$config['des_key'] = 'twenty-four-letters-long';
$config['temp_dir'] = '${folder}/uploads';
$config['log_dir'] = '${folder}/logs';
$config['plugins'] = [];
$config['skin'] = 'elastic';
$config['mail_domain'] = 'example.org';
$config['htmleditor'] = 1;
$config['draft_autosave'] = 0;
`
const TABLES = (folder: string) => `<?php
$tables = file_get_contents('SQL/sqlite.initial.sql');
(new PDO('sqlite:${folder}/roundcube.db'))->exec($tables);
`

/** Roundcube with Dovecot: a photo attached, dropped, pasted into its text (TinyMCE 5), and the mail kept as a draft or sent. */
export const roundcube: Application = {
  name: 'Roundcube',
  packages: [
    'php-cgi',
    'roundcube-core',
    'roundcube-sqlite3',
    'dovecot-imapd',
    'php-cli',
    'php-sqlite3',
    'php-mbstring',
    'php-xml',
  ],
  async start(folder) {
    const [config, uploads] = [join(folder, 'config'), join(folder, 'uploads')]
    const mail = await startMailServer(folder, PASSWORD)
    for (const name of [config, uploads, join(folder, 'logs')]) await mkdir(name)
    for (const name of ['defaults.inc.php', 'mimetypes.php']) await cp(`/etc/roundcube/${name}`, join(config, name))
    await writeFile(join(config, 'config.inc.php'), CONFIG(folder, mail.imap, mail.smtp))
    await writeFile(join(folder, 'make-tables.php'), TABLES(folder))
    await runProgram('php', [join(folder, 'make-tables.php')], ROOT)
    const server = await startPhp(ROOT, {}, { ROUNDCUBE_CONFIG_DIR: config })
    return {
      port: server.port,
      async enter(tab, at) {
        await tab.go(`${at}/?_task=login`)
        await tab.evaluate(`(() => {
          document.querySelector('#rcmloginuser').value = 'parent@example.org'
          document.querySelector('#rcmloginpwd').value = '${PASSWORD}'
          document.querySelector('#rcmloginsubmit').click()
        })()`)
        await until(
          'the folders',
          () => tab.evaluate(`!!document.querySelector('#mailboxlist')`).catch(() => false) as Promise<boolean>,
          60_000,
        )
      },
      ways: WAYS,
      kept: async () => [
        ...(await picturesInMails(mail.mails, join(folder, 'taken-out'))),
        ...(await filesUnder(uploads, /^RCMTEMP/)),
      ],
      async stop() {
        await server.stop()
        await mail.stop()
      },
    }
  },
}

const EDITOR = '#composebody_ifr'
const ATTACHED = `document.querySelectorAll('#attachment-list li:not(.uploading)').length > 0`
const PICTURED = `!!document.querySelector('${EDITOR}').contentDocument.querySelector('img')`

async function compose(tab: Tab, address: string): Promise<void> {
  await tab.go(`${address}/?_task=mail&_action=compose&_to=teacher@example.org&_subject=Photo`)
  await until('the editor', () =>
    tab.evaluate<boolean>(`document.querySelector('${EDITOR}')?.contentDocument?.body?.isContentEditable ?? false`),
  )
}

/** What the mail is to have before it is kept, and which command keeps it. */
const finish = (has: string, command: 'savedraft' | 'send') => async (tab: Tab) => {
  await until('the photo in the mail', () => tab.evaluate<boolean>(has), 30_000)
  await tab.evaluate(`rcmail.command('${command}', '', document.body)`)
  const said = command === 'send' ? `!location.search.includes('_action=compose')` : `!!rcmail.env.draft_id`
  await until('the mail to be kept', () => tab.evaluate<boolean>(said).catch(() => false), 30_000)
}

/** Where a person writes on, and sends. */
const NEXT = ['.formbuttons .send', '#messagetoolbar .send', EDITOR]

const WAYS: readonly Way[] = [
  {
    name: 'attached, draft',
    next: NEXT,
    send: finish(ATTACHED, 'savedraft'),
    async give(tab, address, file) {
      await compose(tab, address)
      await tab.choose('#compose-attachments button.attach', [file])
    },
  },
  {
    name: 'dropped, sent',
    next: NEXT,
    send: finish(ATTACHED, 'send'),
    async give(tab, address, file) {
      await compose(tab, address)
      await tab.drop('#compose-attachments', [file])
    },
  },
  {
    name: 'dropped into the text, draft',
    photosOnly: true,
    next: NEXT,
    send: finish(PICTURED, 'savedraft'),
    async give(tab, address, file) {
      await compose(tab, address)
      await tab.drop(EDITOR, [file])
    },
  },
  {
    name: 'pasted into the text, draft',
    photosOnly: true,
    pastes: true,
    next: NEXT,
    send: finish(PICTURED, 'savedraft'),
    async give(tab, address, file) {
      await compose(tab, address)
      await pasteInto(tab, EDITOR, file)
    },
  },
]
