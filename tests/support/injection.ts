import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clean } from '../../src/clean/clean'
import { findIn } from '../../src/findings/find'
import type { Finding } from '../../src/findings/finding'
import { FORMATS } from '../../src/formats'
import { Malformed } from '../../src/formats/core/malformed'
import { join as joinParts } from '../../src/formats/core/part'
import { sourceOf } from '../../src/formats/core/source'
import type { FormatName } from '../../src/formats/format-facts'
import { readWithExifTool, runExifTool } from './exiftool'

/** A tag that ExifTool can write, by its group of family 1 and its name. */
export interface WritableTag {
  readonly group: string
  readonly name: string
}

/** What is invented and written into a tag. */
export const INVENTED = ['name', 'place', 'mail', 'date', 'serial'] as const
export type Invented = (typeof INVENTED)[number]

/** A value of its own for each tag of one file, so that it is known again wherever it turns up. */
export interface Injected {
  readonly tag: WritableTag
  readonly value: string
  /** What is looked for, in ExifTool's output, in the findings and in the bytes. */
  readonly token: string
}

/** What became of a value: ExifTool would not write it; a finding says it; it went without being named; it is in the cleaned copy. */
export type Verdict = 'not written' | 'named' | 'gone' | 'left'

/** Types of tags that take a text; numbers have no room for what is invented here. */
const TEXT = /^(?:string|lang-alt|Unicode|undef|date|\?|GUID)$/

/**
 * Groups that are no metadata of a picture (PDF and PostScript documents, sidecar files, RAW trailers without a writer for these formats) or
 * that concern the file on the disk; of those only the comment of a JPEG or GIF lies inside.
 */
const ELSEWHERE = /^(?:PDF|PostScript|MIE|System|File|Composite|ExifTool|All|\*)/

/** Returns the tags with text values that ExifTool says it can write, each once. */
export async function writableTags(): Promise<WritableTag[]> {
  const out = new Map<string, WritableTag>()
  let group = ''
  for (const line of (await runExifTool(['-listx'])).split('\n')) {
    const table = /^<table name='[^']+' g0='[^']*' g1='([^']*)'/.exec(line)
    if (table) group = table[1] ?? ''
    const [, name = '', type = '', rest = ''] =
      /^ <tag id='[^']*' name='([^']+)' type='([^']*)'[^>]*? writable='true'(.*)$/.exec(line) ?? []
    if (name === '' || !TEXT.test(type)) continue
    const own = /\bg1='([^']*)'/.exec(rest)?.[1] ?? group
    const isComment = own === 'File' && name === 'Comment'
    if (isComment || !ELSEWHERE.test(own)) out.set(`${own}:${name}`, { group: own, name })
  }
  return [...out.values()]
}

const LETTERS = 'abcdefghijkmnopqrstuvwx'
const word = (index: number) =>
  [0, 1, 2].map((digit) => LETTERS[Math.floor(index / LETTERS.length ** digit) % LETTERS.length]).join('')

/** Returns the value of one kind for the tag with this index in its file. */
export function inject(tag: WritableTag, kind: Invented, index: number): Injected {
  const two = (value: number) => String(value).padStart(2, '0')
  const mark = word(index)
  switch (kind) {
    case 'name':
      return { tag, value: `Zoe Quill${mark}`, token: `Quill${mark}` }
    case 'place':
      return { tag, value: `45.7${1000 + index}, 4.8${1000 + index}`, token: `45.7${1000 + index}` }
    case 'mail':
      return { tag, value: `quill${mark}@example.com`, token: `quill${mark}@` }
    case 'date':
      return {
        tag,
        value: `2011:02:03 04:${two(Math.floor(index / 60))}:${two(index % 60)}`,
        token: `04:${two(Math.floor(index / 60))}:${two(index % 60)}`,
      }
    case 'serial':
      return { tag, value: `SN7731${mark.toUpperCase()}`, token: `SN7731${mark.toUpperCase()}` }
  }
}

let scratch: string | null = null

/** Removes what was written to the disk. */
export function endInjection(): void {
  if (scratch) rmSync(scratch, { recursive: true, force: true })
  scratch = null
}

/** Writes the values into a copy of the file, as many as ExifTool takes. @returns null where it takes none. */
async function written(
  base: Uint8Array,
  extension: string,
  values: readonly Injected[],
): Promise<Uint8Array<ArrayBuffer> | null> {
  scratch ??= mkdtempSync(join(tmpdir(), 'pausephoto-injection-'))
  const path = join(scratch, `file.${extension}`)
  writeFileSync(path, base)
  const args = values.map(({ tag, value }) => `-${tag.group}:${tag.name}=${value}`)
  await runExifTool(['-m', '-q', '-overwrite_original', ...args, path])
  const bytes = new Uint8Array(readFileSync(path))
  return Buffer.compare(bytes, base) === 0 ? null : bytes
}

/** Returns the verdict on each value, injected into one file. Throws nothing: what is refused is asked about, and so not left. */
export async function verdictsOn(
  base: Uint8Array,
  format: FormatName,
  extension: string,
  values: readonly Injected[],
): Promise<Verdict[]> {
  const bytes = await written(base, extension, values)
  if (!bytes) return values.map(() => 'not written')
  const before = JSON.stringify(await readWithExifTool(new Blob([bytes])))
  const read = await readAndClean(bytes, format)
  if (!read) return values.map(({ token }) => (before.includes(token) ? 'named' : 'not written'))
  const said = JSON.stringify(read.findings, (key, value) => (key === 'picture' || key === 'video' ? undefined : value))
  const after = JSON.stringify(await readWithExifTool(new Blob([read.cleaned])))
  return values.map(({ token }): Verdict => {
    if (!before.includes(token)) return 'not written'
    const needles = [Buffer.from(token), Buffer.from(token, 'utf16le'), Buffer.from(token, 'utf16le').swap16()]
    if (after.includes(token) || needles.some((needle) => read.cleaned.includes(needle))) return 'left'
    return isSaid(token, said, read.findings) ? 'named' : 'gone'
  })
}

/** Of many dates one is told, and positions are told as numbers. */
function isSaid(token: string, said: string, findings: readonly Finding[]): boolean {
  if (said.includes(token)) return true
  if (token.startsWith('04:')) return said.includes('2011-02-03')
  const latitude = Number(token)
  return findings.some(
    (finding) => finding.kind === 'place' && finding.position && Math.abs(finding.position.latitude - latitude) < 1e-5,
  )
}

async function readAndClean(
  bytes: Uint8Array<ArrayBuffer>,
  format: FormatName,
): Promise<{ findings: readonly Finding[]; cleaned: Buffer<ArrayBuffer> } | null> {
  const walker = FORMATS.find(({ name }) => name === format)
  if (!walker) throw new Error(`no format ${format}`)
  try {
    const file = new File([bytes], 'photo')
    const parts = await walker.split(sourceOf(file))
    const findings = await findIn(parts, file, format)
    const cleaned = await new Blob(joinParts((await clean(parts, walker)).parts)).arrayBuffer()
    return { findings, cleaned: Buffer.from(cleaned) }
  } catch (error) {
    if (error instanceof Malformed) return null
    throw error
  }
}
