/**
 * Measures, in one run and on the same files, what PausePhoto and its peers leave in a file, what they damage, and how
 * long they take: `npm run bench`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { FORMATS } from '../src/formats'
import { PHOTOS, WHENCE } from '../tests/support/corpus'
import { closeExifTool } from '../tests/support/exiftool'
import { COMPARE_HEAD, compare } from './compare'
import { FLOOR_HEAD, floorOf } from './floor'
import { largeFilm } from './large-film'
import { largePhotos } from './large-photos'
import { print, printTable } from './print-table'
import { exifBeGone } from './tools/exif-be-gone'
import { exifTool } from './tools/exiftool'
import { pausePhoto } from './tools/pausephoto'
import { picscrub } from './tools/picscrub'
import { piexifjs } from './tools/piexifjs'

console.log = () => undefined

const TOOLS = [pausePhoto, exifBeGone, piexifjs, picscrub, exifTool]

print(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'processor'}`)
print(`Files: ${WHENCE}\n`)

const rows: string[][] = []
for (const { name } of FORMATS) {
  process.stderr.write(`${name} … `)
  rows.push(
    ...(await compare(
      name,
      PHOTOS.filter(({ format }) => format === name),
      TOOLS,
    )),
  )
}
process.stderr.write('\n')
printTable(COMPARE_HEAD, rows)
print(`
clean: files in which ExifTool finds nothing personal any more, of those in which it did before. ✗: pixels, way up or ICC
profile differ or the file does not decode any more, as decoders that are not ours see it.
Peers that can keep the way up and the colours were told to. PausePhoto takes the serial number and the calibration of a screen
out of profiles that hold them, which counts as a difference here.
`)

const scratch = mkdtempSync(join(tmpdir(), 'pausephoto-bench-'))
const large: string[][] = []
for (const { format, name, path } of await largePhotos(scratch)) large.push(await floorOf(format, name, path))
printTable(FLOOR_HEAD, large)
print(`
Our own work on files over one megabyte, beside reading the file once in the same way. A cleaned copy is proved from its pieces:
what it has in common with the original is not read again. In a GIF and a JPEG the end of the picture is found only by
going through it (a GIF's data has a length byte at least every 256 bytes, a JPEG's none), so these are read once as a whole.
`)
print(await largeFilm(scratch))
rmSync(scratch, { recursive: true })
await closeExifTool()
