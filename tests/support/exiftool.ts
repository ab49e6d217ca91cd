import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { isStructural } from './structural-tags'

const EXIFTOOL = join(dirname(createRequire(import.meta.url).resolve('exiftool-vendored.pl')), 'bin', 'exiftool')

/** Duplicates, unknown tags, embedded files and streams; groups 0, 1, 3 and 4 keep every copy of a tag apart. */
const OPTIONS = ['-json', '-G0:1:3:4', '-a', '-u', '-ee', '-api', 'LargeFileSupport=1']

export interface Tag {
  /** Groups and name as ExifTool prints them: 'EXIF:IFD0:Main:Make'. */
  readonly key: string
  readonly value: unknown
}

let program: ChildProcessWithoutNullStreams | null = null
let scratch: string | null = null
let last: Promise<unknown> = Promise.resolve()
let serial = 0

/** Everything ExifTool, an independent reader, finds in a file on disk or in a Blob. One process answers all questions. */
export function readWithExifTool(file: string | Blob): Promise<Record<string, unknown>> {
  const next = last.then(async () => {
    const path = typeof file === 'string' ? file : await onDisk(file)
    const text = await run([...OPTIONS, path])
    if (text.trim() === '') throw new Error(`ExifTool says nothing about ${path}`)
    const [tags] = JSON.parse(text) as Record<string, unknown>[]
    return tags ?? {}
  })
  last = next.catch(() => null)
  return next
}

/** The tags that say something about a person or the camera: everything but what is known to be structure, colour or way up. */
export async function personalValues(file: string | Blob): Promise<Tag[]> {
  return Object.entries(await readWithExifTool(file))
    .filter(([key, value]) => !isStructural(key, value))
    .map(([key, value]) => ({ key, value }))
}

/** The same as lines to read: 'EXIF:IFD0:Main:Make = Apple'. */
export async function personalTags(file: string | Blob): Promise<string[]> {
  return (await personalValues(file)).map(({ key, value }) => `${key} = ${String(value).slice(0, 80)}`)
}

/** Runs ExifTool with other arguments, to write tags into a test's own copy of a file. @returns what it prints. */
export function runExifTool(args: readonly string[]): Promise<string> {
  const next = last.then(() => run(args))
  last = next.catch(() => null)
  return next
}

/** Ends the process and removes its files; call this when a test file is done. */
export async function closeExifTool(): Promise<void> {
  program?.stdin.end('-stay_open\nFalse\n')
  program = null
  if (scratch) rmSync(scratch, { recursive: true, force: true })
  scratch = null
}

async function onDisk(file: Blob): Promise<string> {
  scratch ??= mkdtempSync(join(tmpdir(), 'pausephoto-exiftool-'))
  const path = join(scratch, 'file')
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()))
  return path
}

function run(args: readonly string[]): Promise<string> {
  program ??= start()
  const perl = program
  serial += 1
  const end = `{ready${serial}}`
  return new Promise((resolve, reject) => {
    let text = ''
    const take = (chunk: string) => {
      text += chunk
      const stop = text.indexOf(end)
      if (stop < 0) return
      finish()
      resolve(text.slice(0, stop))
    }
    const stopped = (code: number | null) => {
      finish()
      program = null
      reject(new Error(`ExifTool ended with ${code}`))
    }
    const finish = () => {
      perl.stdout.off('data', take)
      perl.off('exit', stopped)
    }
    perl.stdout.on('data', take)
    perl.on('exit', stopped)
    perl.stdin.write(`${args.join('\n')}\n-execute${serial}\n`)
  })
}

/** KiB of memory. A sample table that lies lets ExifTool ask for all that the machine has. */
const MOST_MEMORY = 2 * 1024 * 1024

function start(): ChildProcessWithoutNullStreams {
  const args = [EXIFTOOL, '-stay_open', 'True', '-@', '-']
  const perl =
    process.platform === 'linux'
      ? spawn('sh', ['-c', `ulimit -v ${MOST_MEMORY}; exec perl "$@"`, 'sh', ...args])
      : spawn('perl', args)
  perl.stdout.setEncoding('utf8')
  // It warns about broken files, which are expected; what counts is the tags.
  perl.stderr.resume()
  return perl
}
