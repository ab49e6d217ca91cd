import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = fileURLToPath(new URL('.', import.meta.url))

/** Where npm puts the applications and clients that Debian does not have. */
export const PACKAGES = join(HERE, 'node_modules')

/** Installs them, once, and says so. */
export function installPackages(): void {
  if (existsSync(join(PACKAGES, '@uppy', 'tus'))) return
  console.log('applications: installing tests/applications/package.json with npm …')
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: HERE, stdio: 'inherit' })
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
}

/** Answers with a file of a folder, or 404. */
export async function serveFile(response: ServerResponse, folder: string, path: string): Promise<void> {
  const file = normalize(join(folder, path))
  const body = file.startsWith(folder) ? await readFile(file).catch(() => null) : null
  response.writeHead(body ? 200 : 404, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
  response.end(body ?? undefined)
}
