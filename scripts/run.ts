import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that package.json lies in. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))

/** The absolute path of a command that an installed package brings. @throws when the package brings no such command. */
export function toolOf(packageName: string, command = packageName): string {
  const folder = join(ROOT, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>
  }
  const path = typeof bin === 'string' ? bin : bin[command]
  if (!path) throw new Error(`${packageName} brings no command ${command}`)
  return join(folder, path)
}

/**
 * Runs a script with this Node, in the project's folder, without standard input; what it prints is shown, or given to `say`.
 * @returns its exit status; 1 when a signal ended it.
 */
export function run(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string | null>> = {},
  say?: (printed: Buffer) => void,
): Promise<number> {
  const changed = { ...process.env }
  for (const [name, value] of Object.entries(env)) if (value !== null) changed[name] = value
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: ROOT,
      env: changed,
      stdio: say ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    if (say) for (const stream of [child.stdout, child.stderr]) stream?.on('data', say)
    child.on('error', reject)
    child.on('close', (status) => resolve(status ?? 1))
  })
}
