import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runExifTool } from '../../tests/support/exiftool'
import type { Tool } from '../tool'

const folder = mkdtempSync(join(tmpdir(), 'pausephoto-bench-'))
const output = join(folder, 'cleaned')
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

/** One warm process, told to keep the colours and the way up. It reads and writes files, which its time includes. */
export const exifTool: Tool = {
  name: 'ExifTool -stay_open',
  formats: ['jpeg', 'png', 'webp', 'gif', 'heif', 'avif', 'tiff', 'jxl', 'mp4', 'svg'],
  async clean(_, path) {
    rmSync(output, { force: true })
    await runExifTool(['-all=', '--ICC_Profile:all', '-tagsFromFile', '@', '-Orientation', '-o', output, path])
    return readFileSync(output)
  },
}
