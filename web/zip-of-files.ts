import { downloadZip } from 'client-zip'
import { unusedName } from '../src/checker/zip'

/** So much of a zip is in the page's memory at once; a Blob is the browser's, which can keep it on the disk. */
const PIECE_BYTES = 8 * 1024 * 1024

/** Returns one zip of the files, uncompressed, each under its own name; a name that comes again gets a number. */
export function zipOfFiles(files: readonly File[], pieceBytes = PIECE_BYTES): Promise<Blob> {
  const names = new Set<string>()
  const zip = downloadZip(
    files.map((file) => ({
      name: unusedName(file.name, names),
      input: file,
      lastModified: new Date(file.lastModified),
    })),
  )
  return inPieces(zip, pieceBytes)
}

/** Reads a stream into a Blob made of Blobs: `response.blob()` would gather a whole film in the page first. */
async function inPieces({ body, headers }: Response, pieceBytes: number): Promise<Blob> {
  const pieces: Blob[] = []
  let chunks: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const put = () => {
    pieces.push(new Blob(chunks))
    chunks = []
    bytes = 0
  }
  const reader = body?.getReader()
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    chunks.push(read.value)
    bytes += read.value.length
    if (bytes >= pieceBytes) put()
  }
  put()
  return new Blob(pieces, { type: headers.get('Content-Type') ?? 'application/zip' })
}
