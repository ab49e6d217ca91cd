import { type ChildProcess, spawn } from 'node:child_process'
import { connect, createServer } from 'node:net'
import { until } from '../support/browsers'

/** A port that nobody uses at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const bound = server.address()
      server.close(() => resolve(typeof bound === 'object' && bound ? bound.port : 0))
    })
  })
}

/** Starts a program of its own; `output` keeps the end of what it says. */
export function startProgram(
  command: string,
  args: readonly string[],
  cwd: string,
  set: Readonly<Record<string, string>> = {},
): Program {
  const env = { ...process.env, ...set }
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      output = `${output}${text}`.slice(-4000)
    })
  child.on('error', (problem) => {
    output += String(problem)
  })
  return { child, output: () => output, stop: () => stop(child) }
}

export interface Program {
  readonly child: ChildProcess
  output(): string
  stop(): Promise<void>
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.on('exit', () => resolve())
    // Its own processes too: PHP's server has some.
    if (child.pid) process.kill(-child.pid)
  })
}

/** Runs a program to its end. @throws with what it said when it fails. */
export async function runProgram(command: string, args: readonly string[], cwd: string): Promise<string> {
  const program = startProgram(command, args, cwd)
  const status = await new Promise((resolve) => program.child.on('close', resolve))
  if (status !== 0) throw new Error(`${command} ended with ${status}: ${program.output()}`)
  return program.output()
}

/** Waits until somebody listens. @throws after a minute. */
export function listening(port: number): Promise<unknown> {
  const answers = () =>
    new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
  return until(`port ${port}`, answers, 60_000)
}

/** PHP's own server, with a few processes: pages ask for several things at once. */
export async function startPhp(
  root: string,
  settings: Readonly<Record<string, string>> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<Program & { port: number }> {
  const port = await freePort()
  const set = Object.entries({ upload_max_filesize: '64M', post_max_size: '64M', ...settings })
  const args = set.flatMap(([name, value]) => ['-d', `${name}=${value}`])
  const workers = { PHP_CLI_SERVER_WORKERS: '4', ...environment }
  const program = startProgram('php', [...args, '-S', `127.0.0.1:${port}`, '-t', root], root, workers)
  await listening(port)
  return { ...program, port }
}
