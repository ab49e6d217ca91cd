import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { decode } from 'jpeg-js'

/** Decoders that npm does not have, and the Debian packages they come in. */
export const SECOND_TOOLS = {
  ffmpeg: 'ffmpeg',
  avifdec: 'libavif-bin',
  'heif-convert': 'libheif-examples',
  convert: 'imagemagick',
} as const

export type SecondTool = keyof typeof SECOND_TOOLS

export function isInstalled(tool: SecondTool): boolean {
  const question = { ffmpeg: '-version', avifdec: '--version', 'heif-convert': '-h', convert: '-version' }[tool]
  return spawnSync(tool, [question]).status === 0
}

/**
 * Every frame of a film's picture, and every piece of its sound, as ffmpeg decodes it: a line each, with its time, duration and MD5.
 * Empty when it decodes nothing.
 */
export function framesOf(bytes: Uint8Array): string {
  return onDisk(bytes, 'film.mov', (path) => {
    const streams = ['-map', '0:v:0?', '-map', '0:a?']
    return run('ffmpeg', ['-nostdin', '-v', 'quiet', '-i', path, ...streams, '-f', 'framemd5', '-'])
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .join('\n')
      .trim()
  })
}

/** A digest for each frame of an AVIF picture or sequence as libavif decodes them, or '' when it decodes nothing. */
export function avifFramesOf(bytes: Uint8Array): string {
  return onDisk(bytes, 'picture.avif', (path) => {
    const digests: string[] = []
    const out = `${path}.y4m`
    while (spawnSync('avifdec', ['--index', String(digests.length), path, out]).status === 0) {
      digests.push(createHash('md5').update(readFileSync(out)).digest('hex'))
    }
    return digests.join('\n')
  })
}

/**
 * A digest for each picture of a HEIC file that Debian's libheif shows, sorted; '' when it shows none. That one is years older than npm's,
 * as in viewers that people have.
 */
export function heifPicturesOf(bytes: Uint8Array): string {
  return onDisk(bytes, 'picture.heic', (path) => {
    const folder = dirname(path)
    spawnSync('heif-convert', [path, join(folder, 'shown.y4m')])
    const shown = readdirSync(folder).filter((name) => name.endsWith('.y4m'))
    return shown
      .map((name) =>
        createHash('md5')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      )
      .sort()
      .join('\n')
  })
}

/** A digest of the samples of every frame or page as ImageMagick decodes and turns them, or '' when it decodes nothing. */
export function magickFramesOf(format: 'tiff' | 'png' | 'gif'): (bytes: Uint8Array) => string {
  return (bytes) => {
    // Further pages of a TIFF may be reduced copies, which go.
    const decode = ['-quiet', format === 'tiff' ? 'tiff:-[0]' : `${format}:-`, '-auto-orient', '-depth', '16', 'rgba:-']
    const { stdout } = spawnSync('convert', decode, { input: bytes, maxBuffer: 256 * 1024 * 1024 })
    return stdout.length > 0 ? createHash('md5').update(stdout).digest('hex') : ''
  }
}

/** A digest of the samples as jpeg-js decodes them, which is not written in C; '' when it decodes nothing. */
export function jpegJsPixelsOf(bytes: Uint8Array): string {
  try {
    const { width, height, data } = decode(bytes, { useTArray: true, tolerantDecoding: false })
    return `${width} × ${height}, ${createHash('md5').update(data).digest('hex')}`
  } catch {
    return ''
  }
}

function onDisk<T>(bytes: Uint8Array, name: string, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'pausephoto-second-'))
  try {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return use(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(command: string, args: readonly string[]): string {
  return spawnSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 }).stdout
}
