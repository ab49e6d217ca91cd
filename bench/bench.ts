/**
 * Measures, in one run and on the same files, what PausePhoto and its peers leave in a file, what they damage, and how
 * long they take, and what they cost a page: `npm run bench`, or only the pages with `npm run bench -- --browser`.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { FORMATS } from '../src/formats'
import { PHOTOS, WHENCE } from '../tests/support/corpus'
import { closeExifTool } from '../tests/support/exiftool'
import { COMPARE_HEAD, compare } from './compare'
import { FLOOR_HEAD, floorOf } from './floor'
import { BROWSERS_HEAD, inBrowsers } from './in-browsers'
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

const scratch = mkdtempSync(join(tmpdir(), 'pausephoto-bench-'))
const photos = await largePhotos(scratch)
if (!process.argv.includes('--browser')) await onFiles()
await onPages()
rmSync(scratch, { recursive: true })
await closeExifTool()

async function onFiles(): Promise<void> {
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

  const large: string[][] = []
  for (const { format, name, path } of photos) large.push(await floorOf(format, name, path))
  printTable(FLOOR_HEAD, large)
  print(`
Our own work on large files, beside reading the file once in the same way. A cleaned copy is proved from its pieces:
what it has in common with the original is not read again. In a GIF and a JPEG the end of the picture is found only by
going through it (a GIF's data has a length byte at least every 256 bytes, a JPEG's none), so these are read once as a whole.
What a JPEG costs whatever its size (its blocks, their tags, the recipe, the proof) is a few milliseconds, which outweighs the
reading of files under about two megabytes.
`)
  print(await largeFilm(scratch))
}

async function onPages(): Promise<void> {
  const photo = photos.find(({ name }) => name === 'made.jpeg')
  if (!photo) throw new Error('no photo of twelve megapixels')
  printTable(BROWSERS_HEAD, await inBrowsers(photo.path, scratch))
  print(`
The built extension (\`npm run build\`) in headless browsers. choice → dialog: until it is open, the pause page having been loaded
by an earlier choice, less what the driver needs for the same choice in a browser without the extension. answer → page: from the
click to the page's own \`change\`.
`)
}
