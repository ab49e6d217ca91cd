import { chmod, chown, mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { freePort, listening, startProgram } from './process'

const CONFIG = (folder: string, port: number, password: string) => `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
log_path = ${folder}/dovecot.log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
service imap-login {
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${NOBODY} gid=${NOBODY} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
  mailbox Drafts {
    auto = subscribe
    special_use = \\Drafts
  }
  mailbox Sent {
    auto = subscribe
    special_use = \\Sent
  }
}
`
/** Debian's \`nobody\`. */
const NOBODY = 65_534

export interface MailServer {
  readonly imap: number
  readonly smtp: number
  /** The folder in which it keeps every mail as a file. */
  readonly mails: string
  stop(): Promise<void>
}

/** Dovecot for whoever knows the password, and what takes mail to be sent and keeps none: the sender's own copy is kept by IMAP. */
export async function startMailServer(folder: string, password: string): Promise<MailServer> {
  const mails = join(folder, 'mail')
  await mkdir(mails)
  await chown(mails, NOBODY, NOBODY)
  // Dovecot reads mail as another user, who has to get there.
  await chmod(folder, 0o711)
  const imap = await freePort()
  const config = join(folder, 'dovecot.conf')
  await writeFile(config, CONFIG(folder, imap, password))
  const dovecot = startProgram('dovecot', ['-F', '-c', config], folder)
  const smtp = await startTakingMail()
  await listening(imap)
  return {
    imap,
    smtp: smtp.port,
    mails,
    async stop() {
      smtp.stop()
      await dovecot.stop()
    },
  }
}

/** SMTP (RFC 5321) as far as a mail needs it to go. */
async function startTakingMail(): Promise<{ readonly port: number; stop(): void }> {
  const server = createServer((socket) => {
    let text = ''
    let inMail = false
    const answer = (line: string) => socket.write(`${line}\r\n`)
    socket.on('error', () => socket.destroy())
    socket.on('data', (data) => {
      text += data.toString('latin1')
      for (let end = text.indexOf('\r\n'); end >= 0; end = text.indexOf('\r\n')) {
        const line = text.slice(0, end)
        text = text.slice(end + 2)
        if (inMail) {
          if (line !== '.') continue
          inMail = false
          answer('250 taken')
        } else if (/^DATA/i.test(line)) {
          inMail = true
          answer('354 go on')
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n')
        else answer('250 local')
      }
    })
    answer('220 local')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const bound = server.address()
  return { port: typeof bound === 'object' && bound ? bound.port : 0, stop: () => void server.close() }
}
