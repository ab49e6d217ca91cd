/** Builds the page for phones into .output/web, with a list of what each file's content has to be: `npm run build:web`. */
import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { headersFile, htaccess } from '../web/host-headers'
import { writeSums } from './checksums'
import { ROOT } from './run'

const output = join(ROOT, '.output/web')
await build({ configFile: join(ROOT, 'web/vite.config.ts'), logLevel: 'warn' })
copyFileSync(join(ROOT, 'docs/hosting.md'), join(output, 'hosting.md'))
writeFileSync(join(output, '.htaccess'), htaccess())
writeFileSync(join(output, '_headers'), headersFile())
const files = await writeSums(output)
console.log(`.output/web: ${files} files, listed with their hashes in SHA256SUMS`)
